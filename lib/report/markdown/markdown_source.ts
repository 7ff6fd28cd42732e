import type { Evidence } from "../evidence/evidence.ts";
import { evidenceText } from "../evidence/evidence_text.ts";
import { markdownText } from "./markdown_text.ts";

/**
 * Writes where a chart or the numbers of a section came from.
 *
 * @param evidence The evidence.
 * @returns One line; none where nothing is known.
 */
export function markdownSource(evidence: Evidence | undefined): string[] {
  return evidence === undefined
    ? []
    : [`Source: ${markdownText(evidenceText(evidence))}.`];
}
