import { seededRandom } from "../../lib/model/random.ts";

/** Rows of a month of minutes. */
export const MONTH_ROWS = 30 * 1440;

const GIB = 2 ** 30;

/** What disturbs the end of the month: from which share of it, how long, what. */
const INCIDENTS: readonly {
  readonly at: number;
  readonly minutes: number;
  readonly what: "cpu" | "memory" | "disk" | "forks";
}[] = [
  { at: 0.78, minutes: 35, what: "cpu" },
  { at: 0.84, minutes: 240, what: "memory" },
  { at: 0.9, minutes: 25, what: "disk" },
  { at: 0.94, minutes: 12, what: "forks" },
  { at: 0.98, minutes: 50, what: "cpu" },
];

/** Values of one minute by the schema's names, in its units. */
type Minute = Readonly<Record<string, number>>;

/**
 * Makes a month of a server's minutes as CSV: a daily and a weekly rhythm, noise
 * that fades, an hourly job, rates as an exporter gives them, two metrics that
 * never change, and incidents near the end.
 *
 * @param seed The same seed makes the same text.
 * @param rows Minutes.
 * @returns 23 columns: the time and 22 metrics of the schema.
 */
export function monthCsv(seed: number, rows = MONTH_ROWS): string {
  const start = Date.UTC(2026, 0, 1);
  const lines: string[] = [];
  for (const [row, minute] of minutes(seed, rows)) {
    if (row === 0) lines.push(["timestamp", ...Object.keys(minute)].join(","));
    const time = new Date(start + 60_000 * row).toISOString();
    const cells = Object.values(minute).map((value) =>
      String(Number(value.toPrecision(6)))
    );
    lines.push([time.replace(".000", ""), ...cells].join(","));
  }
  return `${lines.join("\n")}\n`;
}

function* minutes(seed: number, rows: number): Generator<[number, Minute]> {
  const random = seededRandom(seed);
  const noise = () => random() + random() + random() - 1.5;
  const loads = { short: 1, middle: 1, long: 1 };
  let [drift, cache] = [0, 5 * GIB];
  for (let row = 0; row < rows; row++) {
    const on = (what: string) => {
      const one = INCIDENTS.find(({ at, minutes, what: kind }) =>
        kind === what && row >= at * rows && row < at * rows + minutes
      );
      return one ? Math.min(1, (row - one.at * rows + 1) / 5) : 0;
    };
    const day = Math.sin(2 * Math.PI * (row - 480) / 1440);
    const isWeekend = Math.floor(row / 1440) % 7 >= 5;
    drift = 0.97 * drift + 0.03 * noise();
    const job = row % 60 < 4 ? 1 : 0;
    const busy = Math.max(
      0.05,
      (1 + 0.5 * day + drift) * (isWeekend ? 0.6 : 1) + 0.1 * noise() +
        0.3 * job,
    );
    const cpu = on("cpu");
    const user = 0.8 * busy + 3 * cpu;
    const system = 0.2 * busy + 0.02 * Math.abs(noise()) + 1.5 * on("forks");
    const wait = 0.02 + 0.05 * job * random() + 1.2 * on("disk");
    const running = user + system + wait;
    loads.short += 0.63 * (running + 0.1 * Math.abs(noise()) - loads.short);
    loads.middle += 0.18 * (loads.short - loads.middle);
    loads.long += 0.064 * (loads.short - loads.long);
    cache += 2e5 * noise() + 0.001 * (5 * GIB - cache);
    const leak = 3 * GIB * on("memory");
    const free = 3 * GIB - 0.4 * GIB * busy - leak;
    const written = 2e5 * busy + 4e6 * job + 6e7 * on("disk") + 3e4 * random();
    yield [row, {
      "load-1m": loads.short,
      "load-5m": loads.middle,
      "load-15m": loads.long,
      "sys-mem-swap-total": 2 * GIB,
      "sys-mem-swap-free": 2 * GIB - 0.2 * leak -
        4096 * (Math.floor(row / 300) % 7),
      "sys-mem-free": free,
      "sys-mem-cache": cache,
      "sys-mem-buffered": 2e8 + 1e6 * noise() + 2e7 * day,
      "sys-mem-available": free + 0.9 * cache,
      "sys-mem-total": 16 * GIB,
      "sys-fork-rate": 4 + 6 * busy + 20 * job + 400 * on("forks") + random(),
      "sys-interrupt-rate": 900 + 1500 * busy + 2000 * cpu + 50 * noise(),
      "sys-context-switch-rate": 1800 + 2500 * busy + 100 * noise() +
        5000 * on("forks"),
      "sys-thermal": 0.02 * noise() + 0.05 * cpu,
      "disk-io-time": Math.min(1, written / 8e7 + 0.01 * random()),
      "disk-bytes-read": 5e4 * busy + 2e4 * random() + 2e7 * on("disk"),
      "disk-bytes-written": written,
      "disk-io-read": 3 * busy + random() + 500 * on("disk"),
      "disk-io-write": written / 16_384 + random(),
      "cpu-iowait": wait,
      "cpu-system": system,
      "cpu-user": user,
    }];
  }
}
