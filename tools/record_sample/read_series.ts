import { SCHEMA, SERVER_UP } from "../../lib/frame/schema.ts";
import { RATE_SECONDS, STEP_SECONDS } from "./plan.ts";
import { INSTANCE } from "./services.ts";

/** Whole disks by their names: sda, vda, nvme0n1, mmcblk0, but no partitions. */
const WHOLE_DISKS =
  `device=~"(sd|vd|xvd|hd)[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+"`;

/** Prometheus answers at most 11,000 steps at once. */
const STEPS_PER_QUERY = 5000;

/** Values of the schema's metrics on a grid. */
export interface RecordedTable {
  /** Times of the rows, milliseconds since 1970 UTC. */
  readonly timesMs: readonly number[];
  /** A column a metric, null where there is no value; absent metrics are left out. */
  readonly columns: ReadonlyMap<string, readonly (number | null)[]>;
}

/** The span to read. */
export interface Span {
  /** First moment, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** First moment that is not read any more. */
  readonly endMs: number;
}

/**
 * Reads the schema's metrics from Prometheus.
 *
 * Where the server could not be read, every other metric is null: a gauge would
 * keep its last value for a while, and a rate fades out.
 *
 * @param prometheusUrl Where Prometheus listens.
 * @param span What to read; rows are on whole steps in it.
 * @returns The table.
 */
export async function readSeries(
  prometheusUrl: string,
  { startMs, endMs }: Span,
): Promise<RecordedTable> {
  const stepMs = STEP_SECONDS * 1000;
  const first = Math.ceil(startMs / stepMs);
  const timesMs = Array.from(
    { length: Math.ceil(endMs / stepMs) - first },
    (_, i) => (first + i) * stepMs,
  );
  const read = new Map<string, (number | null)[]>();
  for (const { name, promql } of SCHEMA) {
    const query = promql
      .replaceAll("$H", `instance="${INSTANCE}"`)
      .replaceAll("$W", `${RATE_SECONDS}s`)
      .replaceAll("$D", WHOLE_DISKS);
    const values = await readQuery(prometheusUrl, query, timesMs);
    if (values.some((value) => value !== null)) read.set(name, values);
  }
  const up = read.get(SERVER_UP) ?? [];
  const columns = new Map(Array.from(read, ([name, values]) => [
    name,
    name === SERVER_UP
      ? values.map((value) => value ?? 0)
      : values.map((value, t) => up[t] === 1 ? value : null),
  ]));
  return { timesMs, columns };
}

async function readQuery(
  prometheusUrl: string,
  query: string,
  timesMs: readonly number[],
): Promise<(number | null)[]> {
  const values: (number | null)[] = [];
  for (let from = 0; from < timesMs.length; from += STEPS_PER_QUERY) {
    const times = timesMs.slice(from, from + STEPS_PER_QUERY);
    const response = await fetch(`${prometheusUrl}/api/v1/query_range`, {
      method: "POST",
      body: new URLSearchParams({
        query,
        start: String((times[0] ?? 0) / 1000),
        end: String((times.at(-1) ?? 0) / 1000),
        step: String(STEP_SECONDS),
      }),
    });
    const answer: Answer = await response.json();
    if (answer.status !== "success") {
      throw new Error(
        `Cannot read ${query}: Prometheus must know it, got ${answer.error}`,
      );
    }
    const points = new Map(answer.data?.result[0]?.values);
    values.push(...times.map((ms) => numberOf(points.get(ms / 1000))));
  }
  return values;
}

/** What Prometheus answers. */
interface Answer {
  readonly status: "success" | "error";
  readonly error?: string;
  readonly data?: {
    readonly result: readonly {
      readonly values: readonly (readonly [seconds: number, value: string])[];
    }[];
  };
}

function numberOf(text: string | undefined): number | null {
  const value = Number(text ?? NaN);
  return Number.isFinite(value) ? value : null;
}
