import type { LevelMove } from "../../measure/level_move.ts";
import type { ScoredTable } from "./score_table.ts";

/**
 * Tells of each feature that moved to another level when it moved on from there,
 * and which incident it opened.
 *
 * @param scored The moves of a scored table, and its incidents.
 * @returns One entry a move, in the same order.
 */
export function levelMoves(
  { moves, incidents }: Pick<ScoredTable, "moves" | "incidents">,
): LevelMove[] {
  return moves.map(({ moved, judgedFrom }, i) => {
    const next = moves.slice(i + 1)
      .find((later) => later.moved.feature === moved.feature);
    const incident = incidents.find(({ change }) =>
      change?.features.includes(moved)
    );
    return {
      ...moved,
      judgedFrom,
      until: next?.moved.since ?? null,
      incident: incident?.id ?? null,
    };
  });
}
