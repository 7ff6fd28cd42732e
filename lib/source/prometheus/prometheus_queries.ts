import { InputError } from "../../errors.ts";
import { SCHEMA } from "../../frame/schema.ts";

/** A query and the column that it fills. */
export interface MetricQuery {
  /** The column's name. */
  readonly name: string;
  /** PromQL, ready to be sent; one series. */
  readonly promql: string;
  /**
   * `"sample"`: has a value only where a scrape lies in the step, so that it
   * shows a gap; `"other"`: may go on beyond the last scrape.
   */
  readonly kind: "sample" | "other";
}

/** What stands for `$H`, `$W` and `$D` in a query. */
export interface QueryContext {
  /** The host's label; `null` where none is chosen. */
  readonly instance: string | null;
  /** Seconds from one step to the next. */
  readonly stepSeconds: number;
  /** Seconds from one scrape to the next. */
  readonly scrapeSeconds: number;
}

/** Whole disks: what is made of other disks would count twice. */
const DISKS = 'device!~"loop.*|ram.*|zram.*|dm-.*|md.*|sr.*"';

/** A metric as it is, of one host. */
const PLAIN = /^\w+\{\$H\}$/;

/**
 * Writes the schema's queries for one host.
 *
 * A gauge is asked for by `last_over_time` over one step: Prometheus itself
 * would carry it on for five minutes into a gap.
 *
 * @param context Host, step and scrape interval.
 * @returns One query a metric of the schema, in its order.
 */
export function schemaQueries(context: QueryContext): readonly MetricQuery[] {
  const { stepSeconds, scrapeSeconds } = context;
  // A sample that is a whole step old belongs to the step before.
  const reach = Math.max(stepSeconds, scrapeSeconds) * 1000 - 1;
  return SCHEMA.map(({ name, promql }) => {
    const isPlain = PLAIN.test(promql);
    return {
      name,
      kind: isPlain ? "sample" : "other",
      promql: fillIn(
        isPlain ? `last_over_time(${promql}[${reach}ms])` : promql,
        context,
      ),
    };
  });
}

/**
 * Puts host, rate window and disks into a query: `$H` stands for the host's
 * label matcher, `$W` for four scrapes or one step, the longer, `$D` for whole
 * disks.
 *
 * @param promql The query.
 * @param context Host, step and scrape interval.
 * @returns The query as it is sent.
 * @throws {InputError} If it has `$H` and no host is chosen.
 *
 * @example Usage
 * ```ts
 * import { fillIn } from "@lib/source/prometheus/prometheus_queries.ts";
 * import assert from "node:assert/strict";
 *
 * const context = { instance: "web-1", stepSeconds: 60, scrapeSeconds: 30 };
 * assert.equal(
 *   fillIn("rate(jobs_total{$H}[$W])", context),
 *   'rate(jobs_total{instance="web-1"}[120s])',
 * );
 * ```
 */
export function fillIn(
  promql: string,
  { instance, stepSeconds, scrapeSeconds }: QueryContext,
): string {
  if (instance === null && promql.includes("$H")) {
    throw new InputError("use --query", "a query with $H needs --instance", {
      got: promql,
    });
  }
  return promql
    .replaceAll("$H", () => `instance=${JSON.stringify(instance)}`)
    .replaceAll("$W", `${Math.max(4 * scrapeSeconds, stepSeconds)}s`)
    .replaceAll("$D", () => DISKS);
}
