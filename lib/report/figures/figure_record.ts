import type { Figure } from "../document.ts";
import type { Evidence } from "../evidence/evidence.ts";

/** What a figure's files tell of it besides the picture. */
export interface FigureRecord {
  /** What the reader sees, with units. */
  readonly caption: string;
  /** What the chart shows, for those who cannot see it. */
  readonly alt: string;
  /** Where it came from; `null` where nobody said so. */
  readonly evidence: Evidence | null;
}

/**
 * Gives what a figure's files tell of it.
 *
 * @param figure The figure.
 * @returns Caption, description and evidence.
 */
export function figureRecord(
  { caption, alt, evidence }: Figure,
): FigureRecord {
  return {
    caption,
    alt,
    evidence: evidence === undefined ? null : withoutPlace(evidence),
  };
}

/** Where a run was written says nothing of its numbers, and would tell two folders' pictures apart. */
function withoutPlace(evidence: Evidence): Evidence {
  const { out: _, ...parameters } = evidence.parameters;
  return { ...evidence, parameters };
}
