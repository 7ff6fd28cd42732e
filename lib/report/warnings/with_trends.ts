import type { MovedFeature } from "../../detect/incident.ts";
import type { LevelMove } from "../../measure/level_move.ts";
import type { EarlyWarning } from "../../detect/trend/early_warning.ts";

/**
 * Marks moves of what an early warning is about as going on: a leak that is slow enough looks
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
): Moved[] {
  return moves.map((move) => {
    const { judgedFrom = null } = move;
    const isWarned = warnings.some(({ feature, slopePerDay, since }) =>
      feature === move.feature && slopePerDay * (move.to - move.from) > 0 &&
      // A trend that begins later says nothing of where it stayed before.
      (judgedFrom === null || Date.parse(since) <= Date.parse(judgedFrom))
    );
    return isWarned ? { ...move, goesOn: true } : move;
  });
}
