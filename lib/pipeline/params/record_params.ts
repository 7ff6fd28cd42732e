import { InputError } from "../../errors.ts";
import { nearest } from "../base/nearest.ts";
import { instant, names, paths, text } from "./param_values.ts";
import { prometheusUrl } from "../../source/prometheus/prometheus_url.ts";

/** What the record step is told. */
export interface RecordParams {
  /** Address of the Prometheus server. */
  readonly url: string;
  /** The server's instance label; `null`: the only one there is. */
  readonly instance: string | null;
  /** First instant, ms since 1970 UTC. */
  readonly from: number;
  /** First instant that is not recorded, ms since 1970 UTC. */
  readonly to: number;
  /** Milliseconds from one step to the next. */
  readonly stepMs: number;
  /** A person's own queries by column. */
  readonly queries: ReadonlyMap<string, string>;
  /** The Parquet file that is written. */
  readonly out: string;
}

/** The parameters' names, in the order of `--help`. */
export const RECORD_PARAM_NAMES = [
  "data",
  "instance",
  "from",
  "to",
  "step",
  "query",
  "out",
] as const;

const UNITS: ReadonlyMap<string, number> = new Map([
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
]);

/** Without `--step`: whenwhy's defaults are right for one-minute metrics. */
const DEFAULT_STEP = "60s";

/**
 * Reads the parameters of the record step from anything.
 *
 * @param input An object with the names of the flags.
 * @returns Complete parameters.
 * @throws {InputError} For an unknown name, a missing one, or a wrong value.
 *
 * @example Usage
 * ```ts
 * import { parseRecordParams } from "@lib/pipeline/params/record_params.ts";
 * import assert from "node:assert/strict";
 *
 * const { stepMs } = parseRecordParams({
 *   data: "prometheus:http://127.0.0.1:9090",
 *   from: "2026-11-01",
 *   to: "2026-11-08",
 *   step: "5m",
 *   out: "web-1.parquet",
 * });
 * assert.equal(stepMs, 300_000);
 * ```
 */
export function parseRecordParams(
  input: Readonly<Record<string, unknown>>,
): RecordParams {
  const unknown = Object.keys(input)
    .find((name) => !RECORD_PARAM_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    throw new InputError("use params", "every name must be known", {
      got: unknown,
      hint: nearest(unknown, RECORD_PARAM_NAMES) ??
        `known are ${RECORD_PARAM_NAMES.join(", ")}`,
    });
  }
  const needed = (name: (typeof RECORD_PARAM_NAMES)[number], hint: string) => {
    const value = input[name];
    if (value !== undefined && value !== null) return value;
    throw new InputError("record", `--${name} must be given`, { hint });
  };
  const asked = "such as 2026-11-01T00:00:00Z";
  const sources = paths(
    needed("data", "such as prometheus:http://127.0.0.1:9090"),
    "data",
  );
  if (sources.length > 1) {
    throw new InputError("record", "--data must be one Prometheus server", {
      got: sources.length,
    });
  }
  const from = instant(needed("from", asked), "from");
  const to = instant(needed("to", asked), "to");
  if (from >= to) {
    throw new InputError("use params", "--from must be before --to");
  }
  return {
    url: prometheusUrl(sources[0] ?? ""),
    instance: input.instance === undefined || input.instance === null
      ? null
      : text(input.instance, "instance"),
    from,
    to,
    stepMs: stepOf(input.step ?? DEFAULT_STEP),
    queries: queriesOf(input.query ?? []),
    out: text(needed("out", "such as web-1.parquet"), "out"),
  };
}

function stepOf(value: unknown): number {
  const [, count = "", unit = ""] =
    /^(\d{1,6})([smh])$/.exec(text(value, "step")) ?? [];
  const ms = Number(count) * (UNITS.get(unit) ?? 0);
  if (ms > 0) return ms;
  throw new InputError("use params", "step must be a length of time", {
    got: value,
    hint: "such as 15s, 60s, 5m or 1h",
  });
}

function queriesOf(value: unknown): ReadonlyMap<string, string> {
  const queries = new Map<string, string>();
  for (const query of names(value, "query")) {
    const [, name, promql] = /^([^=\s"'{}()[\]]+)=(.+)$/s.exec(query) ?? [];
    if (name === undefined || promql === undefined || queries.has(name)) {
      throw new InputError(
        "use params",
        "query must be name=promql, each name once",
        { got: query, hint: "such as queue=sum(queue_length{$H})" },
      );
    }
    queries.set(name, promql);
  }
  return queries;
}
