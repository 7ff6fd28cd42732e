import type { Incident } from "../../detect/incident.ts";

/**
 * Finds what makes every anomaly of a run less sure, such as a short history, so
 * that it is said once.
 *
 * @param incidents All incidents of a run.
 * @returns Reasons that each anomaly has, in the order of the first one's; none
 *   where there are fewer than two.
 */
export function commonDoubts(
  incidents: readonly Pick<Incident, "kind" | "confidence">[],
): readonly string[] {
  const [first = [], ...others] = incidents
    .filter(({ kind }) => kind === "anomaly")
    .map(({ confidence }) =>
      confidence && confidence.level !== "high" ? confidence.reasons : []
    );
  if (others.length === 0) return [];
  return first.filter((reason) =>
    others.every((reasons) => reasons.includes(reason))
  );
}

/** What a doubt says, as a warning of the run may have said it already. */
const SAID = [
  /^the model (learned from [^:]*)/,
  /^the threshold (is extrapolated)/,
];

/**
 * Says what makes every anomaly of a run less sure.
 *
 * @param doubts As {@linkcode commonDoubts} finds them.
 * @param before What stands right before it: what is said there is not said again.
 *   @default {nothing}
 * @returns A sentence without a full stop; `""` where there is no such doubt.
 *
 * @example Usage
 * ```ts
 * import { commonDoubtsText } from "@lib/report/incident/common_doubts.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   commonDoubtsText(["the model learned from 5 h: less than a day"]),
 *   "All incidents are less sure, since the model learned from 5 h: less than a day",
 * );
 * ```
 */
export function commonDoubtsText(
  doubts: readonly string[],
  before: readonly string[] = [],
): string {
  if (doubts.length === 0) return "";
  const said = before.join(" ").toLowerCase();
  const unsaid = doubts.filter((doubt) =>
    !SAID.some((sign) => {
      const words = sign.exec(doubt)?.[1];
      return words !== undefined && said.includes(words);
    })
  );
  if (unsaid.length === 0) return "All incidents are less sure for that";
  return unsaid.length === doubts.length
    ? `All incidents are less sure, since ${doubts.join("; ")}`
    : `All incidents are less sure for that, and since ${unsaid.join("; ")}`;
}
