import type { Confidence } from "../../detect/incident.ts";

/** Where the rest is told. */
const SUMMARY = "what the summary says of all incidents";

/**
 * Says in a sentence how sure an incident is, and why.
 *
 * @param confidence Its confidence; `null` or absent where it is not known, as in
 *   runs of earlier versions.
 * @param options Reasons that the summary gives for all incidents, which are not
 *   told again. @default {none}
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
  { common = [] }: { readonly common?: readonly string[] } = {},
): string {
  if (!confidence) return "";
  const { level, reasons } = confidence;
  const own = reasons.filter((reason) => !common.includes(reason));
  const isAll = own.length === reasons.length;
  const why = own.length > 0
    ? `, since ${own.join("; ")}${isAll ? "" : `; and by ${SUMMARY}`}`
    : isAll
    ? ""
    : `, by ${SUMMARY}`;
  return `Confidence: ${level}${why}.`;
}
