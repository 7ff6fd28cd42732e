import type { Block } from "../document.ts";

/**
 * Lists when the charts of a section are, for what it shows itself.
 *
 * @param blocks The section's blocks.
 * @returns First and last instant of each chart.
 */
export function timesOf(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) =>
    block.kind === "figure" && block.evidence !== undefined
      ? [block.evidence.window.start, block.evidence.window.end]
      : []
  ).map(Date.parse);
}
