import { InputError } from "../../errors.ts";
import {
  parseLabels,
  type RangeSeries,
  record,
} from "../prometheus/prometheus_answer.ts";

/** How VictoriaMetrics writes what JSON has no number for. */
const SPECIAL: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  [null, NaN],
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["+Inf", Infinity],
  ["-Infinity", -Infinity],
  ["-Inf", -Infinity],
]);

/**
 * Tells whether a text is a line of VictoriaMetrics' `/api/v1/export`.
 *
 * @param line The first line.
 * @returns Whether it is.
 */
export function isExportLine(line: string): boolean {
  const { metric, values, timestamps } = record(jsonOf(line)) ?? {};
  return record(metric) !== undefined && Array.isArray(values) &&
    Array.isArray(timestamps);
}

/**
 * Reads VictoriaMetrics' `/api/v1/export`: one JSON object a line, with the
 * samples as they were scraped, times in milliseconds.
 *
 * @param text The file's text.
 * @param file The file, for messages.
 * @returns One entry a line.
 * @throws {InputError} If a line is something else; names the line.
 */
export function parseExport(
  text: string,
  file: string,
): readonly RangeSeries[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const action = `read ${file}`;
    const { metric, values, timestamps } = record(jsonOf(line)) ?? {};
    if (
      record(metric) === undefined || !Array.isArray(values) ||
      !Array.isArray(timestamps) || values.length !== timestamps.length
    ) {
      throw new InputError(
        action,
        `line ${i + 1} must hold a metric with as many values as timestamps`,
        { hint: "is the file cut short?" },
      );
    }
    const numbers = values.map((one) =>
      typeof one === "number" ? one : SPECIAL.get(one)
    );
    const wrong = numbers.indexOf(undefined);
    if (wrong >= 0) {
      throw new InputError(action, `values of line ${i + 1} must be numbers`, {
        got: values[wrong],
      });
    }
    const late = timestamps.find((ms) => typeof ms !== "number");
    if (late !== undefined) {
      throw new InputError(action, `times of line ${i + 1} must be numbers`, {
        got: late,
      });
    }
    return [{
      labels: parseLabels(metric),
      ms: timestamps.map(Number),
      values: numbers.map(Number),
    }];
  });
}

/** Older versions write `+Inf` and `NaN` bare, which is no JSON. */
function jsonOf(line: string): unknown {
  for (const text of [line, line.replace(BARE_VALUES, quoteSpecial)]) {
    try {
      return JSON.parse(text);
    } catch {
      // What it is instead, the caller tells.
    }
  }
  return undefined;
}

/** The list of values, behind the labels, which may hold anything. */
const BARE_VALUES = /"values":\[[^\]"]*\]/;

function quoteSpecial(values: string): string {
  return values.replaceAll(/[+-]?Inf|NaN/g, '"$&"');
}
