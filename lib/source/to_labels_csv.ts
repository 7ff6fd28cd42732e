import { isoTime } from "../frame/iso_time.ts";
import { type LabelledSpan, markOf } from "../frame/labelled_span.ts";
import { guardFormula } from "./csv/formula_guard.ts";

/** How labels are written. */
export interface ToLabelsCsvOptions {
  /**
   * How times are written: as instants, or as seconds since the table's start
   * where it has such times (clock `"unplaced"`).
   *
   * @default {"instants"}
   */
  readonly times?: "instants" | "seconds";
}

/** The columns of a labels file. */
const COLUMNS = ["start", "end", "features", "mark", "host", "note"] as const;

/**
 * Writes labelled spans as a labels file (RFC 4180, lines end with LF). What a
 * spreadsheet would run as a formula has an apostrophe before it, which reading
 * takes off again.
 *
 * @param spans The spans.
 * @param options How times are written.
 * @returns The text of the file; a name with `;` in it is left out of the causes.
 *
 * @example Usage
 * ```ts
 * import { parseLabels } from "@lib/source/parse_labels.ts";
 * import { toLabelsCsv } from "@lib/source/to_labels_csv.ts";
 * import assert from "node:assert/strict";
 *
 * const span = { startMs: 0, endMs: 60_000, features: ["a"], note: '=1, "x"' };
 * const text = toLabelsCsv([span]);
 * const options = { file: "labels.csv", clock: "zoned" } as const;
 * assert.deepEqual(parseLabels(text, options), [{ ...span, mark: "true" }]);
 * ```
 */
export function toLabelsCsv(
  spans: readonly LabelledSpan[],
  { times = "instants" }: ToLabelsCsvOptions = {},
): string {
  const timeOf = (ms: number) =>
    times === "seconds" ? String(ms / 1000) : isoTime(ms);
  const lines = spans.map((span) => {
    const { startMs, endMs, features, note, host = "" } = span;
    const names = features.filter((name) => !name.includes(";"));
    return [
      timeOf(startMs),
      timeOf(endMs),
      names.join(";"),
      markOf(span),
      host,
      note,
    ].map(field).join(",");
  });
  return [COLUMNS.join(","), ...lines, ""].join("\n");
}

function field(text: string): string {
  const safe = guardFormula(text);
  return /[",;\r\n\t]|^\s|\s$/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
