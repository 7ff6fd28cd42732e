import type { MovedFeature } from "../../detect/incident.ts";
import type { LevelMove } from "../../measure/level_move.ts";
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
export function withTrends<
  Moved extends MovedFeature & Partial<Pick<LevelMove, "judgedFrom">>,
>(
  moves: readonly Moved[],
  warnings: readonly Pick<EarlyWarning, "feature" | "slopePerDay" | "since">[],
): Trending<Moved>[] {
  return moves.map((move) => {
    const { judgedFrom = null } = move;
    const goesOn = warnings.some(({ feature, slopePerDay, since }) =>
      feature === move.feature && slopePerDay * (move.to - move.from) > 0 &&
      // A trend that begins later says nothing of where it stayed before.
      (judgedFrom === null || Date.parse(since) <= Date.parse(judgedFrom))
    );
    return goesOn ? { ...move, goesOn } : move;
  });
}
