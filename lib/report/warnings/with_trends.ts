import type { MovedFeature } from "../../detect/incident.ts";
import type { EarlyWarning } from "../../detect/trend/early_warning.ts";

/** A feature that moved, and whether it is known to go on. */
export type Trending<Moved extends MovedFeature> = Moved & {
  /** Whether an early warning tells of a trend the same way: no level is known then. */
  readonly goesOn?: true;
};

/**
 * Marks moves of what an early warning is about: a leak that is slow enough looks
 * like another level for a day, but nobody has seen it stay there.
 *
 * @param moves Features that moved.
 * @param warnings What was known to run out, at any time.
 * @returns The same moves, in the same order.
 */
export function withTrends<Moved extends MovedFeature>(
  moves: readonly Moved[],
  warnings: readonly Pick<EarlyWarning, "feature" | "slopePerDay">[],
): Trending<Moved>[] {
  return moves.map((move) => {
    const goesOn = warnings.some(({ feature, slopePerDay }) =>
      feature === move.feature && slopePerDay * (move.to - move.from) > 0
    );
    return goesOn ? { ...move, goesOn } : move;
  });
}
