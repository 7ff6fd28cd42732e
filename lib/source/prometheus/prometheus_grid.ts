import { InputError } from "../../errors.ts";
import { parseRangeAnswer } from "./prometheus_answer.ts";
import type { PrometheusClient } from "./prometheus_client.ts";
import type { TimeSpan } from "./prometheus_host.ts";

/** Steps on whole multiples of their length since 1970. */
export interface QueryGrid {
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly stepMs: number;
  /** How many steps. */
  readonly steps: number;
}

/** Prometheus answers 11,000 points a series and no more. */
const POINTS_PER_QUERY = 11_000;

/** More steps than this are a mistyped --step rather than a wish. */
const MAX_STEPS = 2_000_000;

/**
 * Lays a grid over a span: the same step has the same time whenever it is asked
 * for.
 *
 * @param span The span, half-open.
 * @param stepMs Milliseconds from one step to the next.
 * @returns The grid.
 * @throws {InputError} If it has fewer than two steps, or too many.
 *
 * @example Usage
 * ```ts
 * import { queryGrid } from "@lib/source/prometheus/prometheus_grid.ts";
 * import assert from "node:assert/strict";
 *
 * const grid = queryGrid({ fromMs: 1, toMs: 180_000 }, 60_000);
 * assert.deepEqual(grid, { startMs: 60_000, stepMs: 60_000, steps: 2 });
 * ```
 */
export function queryGrid(
  { fromMs, toMs }: TimeSpan,
  stepMs: number,
): QueryGrid {
  const first = Math.ceil(fromMs / stepMs);
  const steps = Math.ceil(toMs / stepMs) - first;
  if (steps < 2 || steps > MAX_STEPS) {
    throw new InputError(
      "read from Prometheus",
      `--from, --to and --step must make 2 to ${MAX_STEPS} steps`,
      { got: Math.max(0, steps) },
    );
  }
  return { startMs: first * stepMs, stepMs, steps };
}

/**
 * Cuts a grid into parts that Prometheus answers.
 *
 * @param grid The grid.
 * @returns First and last step of each part, both included.
 */
export function queryChunks(
  { steps }: Pick<QueryGrid, "steps">,
): readonly (readonly [first: number, last: number])[] {
  return Array.from(
    { length: Math.ceil(steps / POINTS_PER_QUERY) },
    (_, i) => [
      i * POINTS_PER_QUERY,
      Math.min((i + 1) * POINTS_PER_QUERY, steps) - 1,
    ],
  );
}

/**
 * Asks for one part of a query and puts each point where its time says; a step
 * without one keeps what it has.
 *
 * @param client The server that is asked.
 * @param query The query, its grid and the part.
 * @param values What is filled in, shape `[steps]`.
 * @throws {InputError} If it gives several series.
 */
export async function fillChunk(
  client: PrometheusClient,
  { promql, grid, chunk: [first, last] }: {
    readonly promql: string;
    readonly grid: QueryGrid;
    readonly chunk: readonly [first: number, last: number];
  },
  values: Float64Array,
): Promise<void> {
  const { startMs, stepMs } = grid;
  const seconds = (step: number) => String((startMs + step * stepMs) / 1000);
  const action = `read from ${client.url}`;
  const answer = await client.ask("query_range", [
    ["query", promql],
    ["start", seconds(first)],
    ["end", seconds(last)],
    ["step", String(stepMs / 1000)],
  ]);
  const series = parseRangeAnswer(answer, action);
  if (series.length > 1) {
    throw new InputError(
      action,
      `${promql} must give one series, and gives ${series.length}`,
      { hint: "put sum(…), avg(…) or max(…) around it" },
    );
  }
  series[0]?.ms.forEach((ms, i) => {
    const step = Math.round((ms - startMs) / stepMs);
    if (step >= first && step <= last) {
      values[step] = series[0]?.values[i] ?? NaN;
    }
  });
}
