import type { History } from "./prometheus.ts";

/** Which metrics of a server are made, and when. */
export interface ServerHistoryOptions {
  /** The server's instance label. */
  readonly instance: string;
  /** First scrape, seconds since 1970. */
  readonly start: number;
  /** How many scrapes, one a minute. */
  readonly scrapes: number;
  /** Scrapes that did not happen, half-open. */
  readonly gap: readonly [first: number, end: number];
  /** Scrapes of an incident, half-open. */
  readonly incident: readonly [first: number, end: number];
  /** The scrape at which all counters begin anew. */
  readonly reset: number;
}

/** Gauges of node_exporter. */
const GAUGES = [
  ...["1", "5", "15"].map((minutes) => `node_load${minutes}`),
  ...["SwapTotal", "SwapFree", "MemFree", "Cached", "Buffers", "MemAvailable"]
    .map((name) => `node_memory_${name}_bytes`),
  "node_memory_MemTotal_bytes",
  "node_thermal_zone_temp",
];

const DISK = [
  "io_time_seconds",
  "read_bytes",
  "written_bytes",
  "reads_completed",
  "writes_completed",
];

/** Counters of node_exporter with their labels. */
const COUNTERS: readonly (readonly [string, Record<string, string>])[] = [
  ...["forks", "intr", "context_switches"]
    .map((name) => [`node_${name}_total`, {}] as const),
  ...DISK.flatMap((name) =>
    ["sda", "dm-0"].map((device) =>
      [`node_disk_${name}_total`, { device }] as const
    )
  ),
  ...["iowait", "system", "user"].flatMap((mode) =>
    ["0", "1"].map((cpu) => ["node_cpu_seconds_total", { mode, cpu }] as const)
  ),
];

/** How much each counter of one kind rises a second. */
export const RATE = 5;

/** And during the incident. */
export const INCIDENT_RATE = 20;

/**
 * Tells what each gauge says.
 *
 * @param scrape Which scrape.
 * @param incident Scrapes of the incident, half-open.
 * @returns The value.
 */
export function gaugeAt(
  scrape: number,
  incident: readonly [first: number, end: number],
): number {
  const [first, end] = incident;
  return scrape >= first && scrape < end ? 1000 + scrape % 7 : scrape % 10;
}

/**
 * Makes what node_exporter would have said of a server, one scrape a minute, all
 * metrics of the schema.
 *
 * @param options When, and what happened.
 * @returns The series.
 */
export function serverHistory(options: ServerHistoryOptions): History[] {
  const { instance, start, scrapes, gap, incident, reset } = options;
  const within = (scrape: number, [first, end]: readonly [number, number]) =>
    scrape >= first && scrape < end;
  const happened = Array.from({ length: scrapes }, (_, scrape) => scrape)
    .filter((scrape) => !within(scrape, gap));
  const at = (scrape: number) => start + 60 * scrape;
  let total = 0;
  const totals = Array.from({ length: scrapes }, (_, scrape) => {
    total = scrape === reset
      ? 0
      : total + 60 * (within(scrape, incident) ? INCIDENT_RATE : RATE);
    return total;
  });
  const series = (
    name: string,
    labels: Record<string, string>,
    value: (scrape: number) => number,
  ): History => ({
    name,
    labels: { ...labels, instance, job: "node" },
    samples: happened.map((scrape) => [at(scrape), value(scrape)]),
  });
  return [
    series("up", {}, () => 1),
    ...GAUGES.map((name) => series(name, {}, (t) => gaugeAt(t, incident))),
    ...COUNTERS.map(([name, labels]) =>
      series(name, labels, (scrape) => totals[scrape] ?? 0)
    ),
  ];
}
