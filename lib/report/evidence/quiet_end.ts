import type { Block } from "../document.ts";
import type { Evidence } from "./evidence.ts";

/**
 * Leaves out where the one chart that a section ends with came from, if the section's
 * own line, which stands right below it, says so too.
 *
 * @param blocks Content of a section.
 * @param evidence What the section rests on; `undefined` where that is not said.
 * @returns The blocks; the last chart without evidence where that is said once.
 */
export function quietEnd(
  blocks: readonly Block[],
  evidence: Evidence | undefined,
): readonly Block[] {
  const [before, last] = [blocks.at(-2), blocks.at(-1)];
  // Of charts in a row each one says it, or none.
  if (before?.kind === "figure") return blocks;
  if (last?.kind !== "figure" || last.evidence === undefined) return blocks;
  if (evidence === undefined || !covers(evidence, last.evidence)) return blocks;
  const { evidence: _, ...quiet } = last;
  return blocks.with(-1, quiet);
}

/** Whether files, model and time of one hold those of another. */
function covers(whole: Evidence, part: Evidence): boolean {
  const files = new Set(whole.inputs.map(({ sha256 }) => sha256));
  const [start, end, from, to] = [whole.window, part.window]
    .flatMap(({ start, end }) => [start, end]).map((time) => Date.parse(time));
  return part.inputs.every(({ sha256 }) => files.has(sha256)) &&
    (part.model === null || part.model.sha256 === whole.model?.sha256) &&
    start! <= from! && to! <= end!;
}
