import type { Evidence } from "../evidence/evidence.ts";
import { evidenceText } from "../evidence/evidence_text.ts";
import { htmlText } from "./html_text.ts";

/**
 * Writes where a chart or the numbers of a section came from.
 *
 * @param evidence The evidence.
 * @returns HTML, one element; none where nothing is known.
 */
export function htmlSource(evidence: Evidence | undefined): string {
  return evidence === undefined
    ? ""
    : `<small class="source">Source: ${
      htmlText(evidenceText(evidence))
    }.</small>`;
}
