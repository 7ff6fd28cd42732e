import { keptSteps } from "../../chart/detail/line_detail.ts";
import { m4 } from "../../chart/m4.ts";
import { countText } from "../words.ts";

/** A line that a chart draws. */
export interface DrawnLine {
  /** One value a step; NaN where there is none. */
  readonly values: Float32Array;
  /** What the page keeps of it, as `fitLine` gave it. */
  readonly detail: string | undefined;
}

/**
 * Says how many values charts show of how many, and that none of the peaks is
 * left out.
 *
 * @param lines The lines.
 * @param options Parts that each is thinned to.
 * @returns One or two sentences; empty where all values are drawn.
 */
export function thinnedText(
  lines: readonly DrawnLine[],
  { buckets }: { readonly buckets: number },
): string {
  const sum = (of: (line: DrawnLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0);
  const all = sum(({ values }) => values.length);
  const drawn = sum(({ values }) => m4(values, { buckets }).length);
  if (drawn === all) return "";
  const kept = sum(({ values, detail }) =>
    detail ? keptSteps(detail.replace("line ", "")) ?? values.length : 0
  );
  const n = (count: number) => count.toLocaleString("en-US");
  const closer = kept > drawn
    ? ` Zoomed in, report.html shows ${kept === all ? "all of them" : n(kept)}.`
    : "";
  return `Drawn are ${n(drawn)} of ${countText(all, "step")}: the first, ` +
    "smallest, largest and last value of each stretch, so that no spike is " +
    `lost.${closer}`;
}
