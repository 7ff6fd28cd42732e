import { InputError } from "../../errors.ts";
import type { RawColumn } from "../../frame/raw_table.ts";
import type { PrometheusClient } from "./prometheus_client.ts";
import { fillChunk, queryChunks, queryGrid } from "./prometheus_grid.ts";
import {
  findInstance,
  scrapeSeconds,
  type TimeSpan,
} from "./prometheus_host.ts";
import {
  fillIn,
  type MetricQuery,
  schemaQueries,
} from "./prometheus_queries.ts";

/** What is asked of a Prometheus server. */
export interface PrometheusQuestion extends TimeSpan {
  /** Milliseconds from one step to the next. */
  readonly stepMs: number;
  /** The server's instance label; `null`: the only one there is. */
  readonly instance: string | null;
  /**
   * A person's own queries by column. With an instance they stand beside the
   * schema's and replace those of their name, without one instead of them.
   */
  readonly queries: ReadonlyMap<string, string>;
}

/** What a Prometheus server knew. */
export interface PrometheusTable {
  /** The server's instance label, or the host of the address. */
  readonly host: string;
  /** The instance label that was asked for; `null` where none was. */
  readonly instance: string | null;
  /** Milliseconds since 1970 UTC; steps at which nothing was measured are left out. */
  readonly times: Float64Array;
  /** One column a query, those without any value too; shape `[rows]`. */
  readonly columns: readonly RawColumn[];
  /** PromQL by column, as it was sent. */
  readonly queries: Readonly<Record<string, string>>;
  /** Columns without any value. */
  readonly absent: readonly string[];
  /** Values that were infinite and count as missing. */
  readonly infinite: number;
}

/** Questions that are put at a time. */
const AT_A_TIME = 4;

/**
 * Reads one server's metrics from Prometheus.
 *
 * Where no scrape lies in a step, all its values are missing: a rate would fade
 * out over its window and look like a drop.
 *
 * @param client The Prometheus server that is asked.
 * @param question Host, time, step and queries.
 * @returns The table.
 * @throws {InputError} If the instance is not told or not known, a query is
 *   refused, or nothing was measured.
 */
export async function readPrometheus(
  client: PrometheusClient,
  question: PrometheusQuestion,
): Promise<PrometheusTable> {
  const grid = queryGrid(question, question.stepMs);
  const { instance, queries } = await queriesOf(client, question);
  const columns = queries.map(({ name }) => ({
    name,
    values: new Float64Array(grid.steps).fill(NaN),
  }));
  const tasks = queries.flatMap(({ promql }, i) =>
    queryChunks(grid).map((chunk) => async () => {
      const { values } = columns[i] ?? { values: new Float64Array(0) };
      await fillChunk(client, { promql, grid, chunk }, values);
    })
  );
  await runBounded(tasks);

  const infinite = dropInfinite(columns);
  const samples = columns.filter((_, i) => queries[i]?.kind === "sample");
  const witnesses = samples.some(hasValue) ? samples : columns;
  const rows = Array.from({ length: grid.steps }, (_, t) => t).filter((t) =>
    witnesses.some(({ values }) => !Number.isNaN(values[t] ?? NaN))
  );
  if (rows.length === 0) {
    throw new InputError(
      `read from ${client.url}`,
      "its queries must give values in the time asked for",
      { hint: "look at --instance, --from and --to" },
    );
  }
  return {
    host: instance ?? new URL(client.url).hostname,
    instance,
    queries: Object.fromEntries(
      queries.map(({ name, promql }) => [name, promql]),
    ),
    times: Float64Array.from(rows, (t) => grid.startMs + t * grid.stepMs),
    columns: columns.map(({ name, values }) => ({
      name,
      values: Float64Array.from(rows, (t) => values[t] ?? NaN),
    })),
    absent: columns.filter((column) => !hasValue(column))
      .map(({ name }) => name),
    infinite,
  };
}

async function queriesOf(
  client: PrometheusClient,
  question: PrometheusQuestion,
): Promise<{ instance: string | null; queries: readonly MetricQuery[] }> {
  const { fromMs, toMs, stepMs, queries: own } = question;
  const stepSeconds = stepMs / 1000;
  const instance = question.instance === null && own.size > 0
    ? null
    : await findInstance(client, { fromMs, toMs, wanted: question.instance });
  const told = instance === null
    ? null
    : await scrapeSeconds(client, { fromMs, toMs, instance });
  const context = {
    instance,
    stepSeconds,
    scrapeSeconds: told ?? stepSeconds / 4,
  };
  const ownQueries = [...own].map(([name, promql]): MetricQuery => (
    { name, promql: fillIn(promql, context), kind: "other" }
  ));
  const schema = instance === null ? [] : schemaQueries(context);
  return {
    instance,
    queries: [...schema.filter(({ name }) => !own.has(name)), ...ownQueries],
  };
}

/** The first failure ends all. */
async function runBounded(
  tasks: readonly (() => Promise<void>)[],
): Promise<void> {
  const queue = tasks.values();
  const work = async () => {
    for (const task of queue) await task();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

function hasValue({ values }: RawColumn): boolean {
  return values.some((value) => !Number.isNaN(value));
}

function dropInfinite(columns: readonly RawColumn[]): number {
  let count = 0;
  for (const { values } of columns) {
    for (let t = 0; t < values.length; t++) {
      if (Math.abs(values[t] ?? NaN) !== Infinity) continue;
      values[t] = NaN;
      count++;
    }
  }
  return count;
}
