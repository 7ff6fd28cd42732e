export { HOST_COLUMN, LABEL_COLUMN, TIMESTAMP_COLUMN } from "./column_names.ts";

/** How a metric behaves, which decides how it is aggregated onto the grid. */
export type MetricKind = "gauge" | "state";

/** What is known of one metric. */
export interface Metric {
  /** The column's name. */
  readonly name: string;
  /** Its unit; `""` where the schema does not know it, `"1"` for a plain number. */
  readonly unit: string;
  /** A gauge is averaged over a step, a state keeps its last value. */
  readonly kind: MetricKind;
  /** One sentence for a reader; `""` for an unknown column. */
  readonly description: string;
}

/** A metric of the schema with the query that yields it. */
export interface SchemaMetric extends Metric {
  /**
   * PromQL, where `$H` stands for the host's label matchers, `$W` for the rate
   * window and `$D` for the matcher of whole disks.
   */
  readonly promql: string;
  /**
   * The value at which nothing is left; absent where there is none, or where
   * reaching it does no harm.
   */
  readonly floor?: number;
}

/** The state column that is 0 while nobody could read the server. */
export const SERVER_UP = "server-up";

const memory = (name: string, source: string, description: string) =>
  gauge(
    `sys-mem-${name}`,
    "bytes",
    `node_memory_${source}_bytes{$H}`,
    description,
  );

const diskRate = (
  name: string,
  unit: string,
  source: string,
  description: string,
) =>
  gauge(
    `disk-${name}`,
    unit,
    `sum(rate(node_disk_${source}_total{$H,$D}[$W]))`,
    description,
  );

const cpu = (mode: string, description: string) =>
  gauge(
    `cpu-${mode}`,
    "cores",
    `sum(rate(node_cpu_seconds_total{$H,mode="${mode}"}[$W]))`,
    description,
  );

/**
 * The metrics that whenwhy knows by name: those of the Westermo test system
 * performance data, as node_exporter reports them. Rates are already taken, so
 * no column is a raw counter.
 */
export const SCHEMA: readonly SchemaMetric[] = [
  gauge(
    "load-1m",
    "1",
    "node_load1{$H}",
    "Runnable tasks, averaged over 1 minute",
  ),
  gauge(
    "load-5m",
    "1",
    "node_load5{$H}",
    "Runnable tasks, averaged over 5 minutes",
  ),
  gauge(
    "load-15m",
    "1",
    "node_load15{$H}",
    "Runnable tasks, averaged over 15 minutes",
  ),
  memory("swap-total", "SwapTotal", "Swap space"),
  { ...memory("swap-free", "SwapFree", "Unused swap space"), floor: 0 },
  // The page cache takes all of it sooner or later: 0 is no harm.
  memory("free", "MemFree", "Memory that nothing uses"),
  memory("cache", "Cached", "Page cache"),
  memory("buffered", "Buffers", "Buffers of block devices"),
  {
    ...memory(
      "available",
      "MemAvailable",
      "Memory that programs can still have without swapping",
    ),
    floor: 0,
  },
  memory("total", "MemTotal", "Memory of the machine"),
  gauge(
    "sys-fork-rate",
    "1/s",
    "rate(node_forks_total{$H}[$W])",
    "Processes started",
  ),
  gauge(
    "sys-interrupt-rate",
    "1/s",
    "rate(node_intr_total{$H}[$W])",
    "Interrupts served",
  ),
  gauge(
    "sys-context-switch-rate",
    "1/s",
    "rate(node_context_switches_total{$H}[$W])",
    "Context switches",
  ),
  gauge(
    "sys-thermal",
    "°C/s",
    "avg(deriv(node_thermal_zone_temp{$H}[$W]))",
    "Rate of change of the measured temperatures",
  ),
  diskRate(
    "io-time",
    "s/s",
    "io_time_seconds",
    "Time that disks were busy, summed over disks",
  ),
  diskRate("bytes-read", "bytes/s", "read_bytes", "Bytes read from disks"),
  diskRate(
    "bytes-written",
    "bytes/s",
    "written_bytes",
    "Bytes written to disks",
  ),
  diskRate("io-read", "1/s", "reads_completed", "Reads completed by disks"),
  diskRate("io-write", "1/s", "writes_completed", "Writes completed by disks"),
  cpu("iowait", "Cores idle while waiting for a disk"),
  cpu("system", "Cores busy in the kernel"),
  cpu("user", "Cores busy in programs"),
  {
    name: SERVER_UP,
    unit: "0/1",
    kind: "state",
    promql: "up{$H}",
    description: "Whether the server could be read",
  },
];

const BY_NAME: ReadonlyMap<string, Metric> = new Map(
  SCHEMA.map(({ floor: _, ...metric }) => [metric.name, metric]),
);

/**
 * Looks a column up in the schema; an unknown one is a gauge with no unit.
 *
 * @param name The column's name.
 * @returns What is known of it.
 *
 * @example Usage
 * ```ts
 * import { metricByName } from "@lib/frame/schema.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(metricByName("cpu-user").unit, "cores");
 * assert.equal(metricByName("queue length").unit, "");
 * ```
 */
export function metricByName(name: string): Metric {
  return BY_NAME.get(name) ??
    { name, unit: "", kind: "gauge", description: "" };
}

function gauge(
  name: string,
  unit: string,
  promql: string,
  description: string,
): SchemaMetric {
  return { name, unit, kind: "gauge", promql, description };
}
