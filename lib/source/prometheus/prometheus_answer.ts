import { InputError } from "../../errors.ts";
import type { Labels } from "../rows/series_names.ts";
import { parseNumber } from "../rows/text_numbers.ts";

/** One series of an answer to `query_range`. */
export interface RangeSeries {
  /** Its labels. */
  readonly labels: Labels;
  /** Milliseconds since 1970 UTC, shape `[samples]`. */
  readonly ms: number[];
  /** Values; NaN, `Infinity` and `-Infinity` as Prometheus says so. */
  readonly values: number[];
}

/**
 * Reads an answer of `query_range`: times in seconds, values as text, a missing
 * point not there at all.
 *
 * @param answer Parsed JSON: the whole answer, its `data`, or its `result`.
 * @param action What is read, for errors: `"read mine.json"`.
 * @returns One entry a series.
 * @throws {InputError} If it is no answer with series.
 *
 * @example Usage
 * ```ts
 * import { parseRangeAnswer } from "@lib/source/prometheus/prometheus_answer.ts";
 * import assert from "node:assert/strict";
 *
 * const [series] = parseRangeAnswer(
 *   [{ metric: {}, values: [[60, "1.5"], [120, "+Inf"]] }],
 *   "read a.json",
 * );
 * assert.deepEqual(series?.values, [1.5, Infinity]);
 * ```
 */
export function parseRangeAnswer(
  answer: unknown,
  action: string,
): readonly RangeSeries[] {
  const whole = record(answer);
  if (whole?.status === "error") {
    throw new InputError(action, "it must be a successful answer", {
      got: whole.error,
    });
  }
  const data = record(whole?.data) ?? whole;
  const result = Array.isArray(answer) ? answer : data?.result;
  if (!Array.isArray(result)) {
    throw new InputError(action, "it must be an answer of query_range", {
      hint: "there is no list of results in it",
    });
  }
  return result.map((one) => parseSeries(one, action));
}

/**
 * Reads labels.
 *
 * @param value Parsed JSON.
 * @returns The labels; anything that is no text is left out.
 */
export function parseLabels(value: unknown): Labels {
  return Object.fromEntries(
    Object.entries(record(value) ?? {})
      .filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}

/**
 * Looks at parsed JSON as an object.
 *
 * @param value Parsed JSON.
 * @returns The object, or `undefined` where it is none.
 */
export function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : undefined;
}

function parseSeries(value: unknown, action: string): RangeSeries {
  const series = record(value);
  if (!Array.isArray(series?.values)) {
    throw new InputError(action, "each result must have a list of values", {
      hint: "an instant query gives one value; take query_range",
    });
  }
  const ms: number[] = [];
  const values: number[] = [];
  for (const pair of series.values) {
    const [seconds, text]: unknown[] = Array.isArray(pair) ? pair : [];
    const number = typeof text === "string" ? numberOf(text) : undefined;
    if (typeof seconds !== "number" || number === undefined) {
      throw new InputError(
        action,
        'a value must be [seconds, "number"]',
        { got: pair },
      );
    }
    ms.push(Math.round(seconds * 1000));
    values.push(number);
  }
  return { labels: parseLabels(series.metric), ms, values };
}

/** A million values are read a month: nearly all are plain numbers. */
function numberOf(text: string): number | undefined {
  const number = text === "" ? NaN : Number(text);
  return Number.isNaN(number) ? parseNumber(text) : number;
}
