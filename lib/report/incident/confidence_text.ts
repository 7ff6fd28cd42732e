import type { Confidence } from "../../detect/incident.ts";

/**
 * Says in a sentence how sure an incident is, and why.
 *
 * @param confidence Its confidence; `null` or absent where it is not known, as in
 *   runs of earlier versions.
 * @returns Such as `"Confidence: low, since its peak is only 1.05 × the
 *   threshold."`; `""` where it is not known.
 *
 * @example Usage
 * ```ts
 * import { confidenceText } from "@lib/report/incident/confidence_text.ts";
 * import assert from "node:assert/strict";
 *
 * const reasons = ["no signal passed its own threshold"];
 * assert.equal(
 *   confidenceText({ level: "low", reasons }),
 *   "Confidence: low, since no signal passed its own threshold.",
 * );
 * ```
 */
export function confidenceText(
  confidence: Confidence | null | undefined,
): string {
  if (!confidence) return "";
  const { level, reasons } = confidence;
  const why = reasons.length === 0 ? "" : `, since ${reasons.join("; ")}`;
  return `Confidence: ${level}${why}.`;
}
