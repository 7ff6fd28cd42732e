import { InputError } from "../../errors.ts";
import { record } from "../prometheus/prometheus_answer.ts";
import { parseIsoTime } from "../rows/iso_time.ts";
import type { Series } from "../rows/series_rows.ts";

/** Where `sadf -j` has a metric of the schema, and what turns it into its unit. */
interface Field {
  /** The metric of the schema. */
  readonly name: string;
  /** The activity and the field in it. */
  readonly path: readonly [activity: string, ...fields: string[]];
  /** What a value is multiplied by; `"cores"` turns percent of all cores into cores. */
  readonly factor: number | "cores";
}

const KIB = 1024;

/** Sums over disks come from `disk`, everything else from one record. */
const FIELDS: readonly Field[] = [
  field("load-1m", ["queue", "ldavg-1"]),
  field("load-5m", ["queue", "ldavg-5"]),
  field("load-15m", ["queue", "ldavg-15"]),
  field("sys-mem-swap-free", ["memory", "swpfree"], KIB),
  field("sys-mem-free", ["memory", "memfree"], KIB),
  field("sys-mem-cache", ["memory", "cached"], KIB),
  field("sys-mem-buffered", ["memory", "buffers"], KIB),
  field("sys-mem-available", ["memory", "avail"], KIB),
  field("sys-fork-rate", ["process-and-context-switch", "proc"]),
  field("sys-interrupt-rate", ["interrupts", "all"]),
  field("sys-context-switch-rate", ["process-and-context-switch", "cswch"]),
  field("disk-io-time", ["disk", "util-percent"], 1 / 100),
  field("disk-bytes-read", ["disk", "rkB"], KIB),
  field("disk-bytes-written", ["disk", "wkB"], KIB),
  field("disk-io-read", ["io", "io-reads", "rtps"]),
  field("disk-io-write", ["io", "io-writes", "wtps"]),
  field("cpu-iowait", ["cpu-load", "iowait"], "cores"),
  field("cpu-system", ["cpu-load", "system"], "cores"),
  field("cpu-user", ["cpu-load", "user"], "cores"),
];

/** Disks made of other disks would count twice; so would partitions. */
const WHOLE_DISK =
  /^(sd[a-z]+|vd[a-z]+|xvd[a-z]+|hd[a-z]+|nvme\d+n\d+|mmcblk\d+|dev\d+-\d+)$/;

/**
 * Reads `sadf -j FILE -- -u -r -S -q LOAD -b -d -w -I SUM`: sar's records in
 * the schema's units (kB to bytes, percent of all cores to cores).
 *
 * @param value Parsed JSON with a `sysstat` object.
 * @param file The file, for messages.
 * @returns One series a metric and host.
 * @throws {InputError} If it holds no record with a time.
 */
export function parseSadf(value: unknown, file: string): readonly Series[] {
  const hosts = list(record(record(value)?.sysstat)?.hosts);
  const series = hosts.flatMap((one) => hostSeries(record(one) ?? {}, file));
  if (series.length > 0) return series;
  throw new InputError(`read ${file}`, "it must hold records of sar", {
    hint: "sadf -j FILE -- -u -r -S -q LOAD -b -d -w -I SUM",
  });
}

function hostSeries(
  host: Record<string, unknown>,
  file: string,
): readonly Series[] {
  const cores = Number(host["number-of-cpus"] ?? NaN);
  const nodename = typeof host.nodename === "string" ? host.nodename : null;
  const records = list(host.statistics)
    .map((one) => record(one) ?? {})
    .filter((one) => one.timestamp !== undefined);
  const ms = records.map((one) => timeOf(record(one.timestamp) ?? {}, file));
  return FIELDS.flatMap(({ name, path, factor }) => {
    const scale = factor === "cores" ? cores / 100 : factor;
    const values = records.map((one) => valueAt(one, path) * scale);
    return values.every(Number.isNaN)
      ? []
      : [{ name, host: nodename, ms, values }];
  });
}

function valueAt(
  one: Record<string, unknown>,
  [activity, ...fields]: Field["path"],
): number {
  const value = one[activity];
  const records = Array.isArray(value)
    ? value.map((each) => record(each) ?? {}).filter(isCounted)
    : [record(value) ?? {}];
  if (records.length === 0) return NaN;
  return records
    .map((each) =>
      fields.reduce<unknown>((at, name) => record(at)?.[name], each)
    )
    .reduce<number>(
      (sum, number) => sum + (typeof number === "number" ? number : NaN),
      0,
    );
}

/** Of CPUs and interrupts the sum of all, of disks the whole ones. */
function isCounted(each: Record<string, unknown>): boolean {
  if ("cpu" in each) return each.cpu === "all" || each.cpu === -1;
  if ("intr" in each) return each.intr === "sum";
  const disk = each["disk-device"];
  return typeof disk !== "string" || WHOLE_DISK.test(disk);
}

function timeOf(stamp: Record<string, unknown>, file: string): number {
  const time = parseIsoTime(`${stamp.date}T${stamp.time}Z`);
  if (time && stamp.utc !== 0) return time.ms;
  throw new InputError(`read ${file}`, "its times must be in UTC", {
    hint: "run sadf without -t and -T",
  });
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function field(
  name: string,
  path: Field["path"],
  factor: Field["factor"] = 1,
): Field {
  return { name, path, factor };
}
