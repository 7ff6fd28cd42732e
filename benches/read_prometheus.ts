/**
 * Measures how long 30 days of one server's 23 metrics take from Prometheus at
 * one step a minute, and whose processor time that is.
 *
 * `deno task bench:prometheus [--days 30] [--runs 3]`; needs Prometheus and
 * promtool. Asked are one large block, and blocks as a live server has: of 54
 * hours, and of 2 hours, which no server keeps for so long.
 *
 * @module
 */
import process from "node:process";
import { prometheusClient } from "../lib/source/prometheus/prometheus_client.ts";
import { readPrometheus } from "../lib/source/prometheus/prometheus.ts";
import { startPrometheus } from "../tests/support/prometheus.ts";
import { serverHistory } from "../tests/support/server_history.ts";
import { benchFlags } from "./measure/bench_flags.ts";

const flags = benchFlags({
  task: "bench:prometheus",
  about: "Measures how long a month of one server takes from Prometheus.",
  numbers: {
    days: { about: "days that are read", default: 30 },
    runs: { about: "how often they are", default: 3 },
  },
  texts: {},
});
const scrapes = 1440 * flags.days;
const start = Date.UTC(2026, 8, 1) / 1000;
const history = serverHistory({
  instance: "web-1",
  start,
  scrapes,
  gap: [1000, 1030],
  incident: [2000, 2060],
  reset: 1500,
});

/** Ticks a second in which Linux counts a process's time. */
const TICKS = 100;

for (const blockHours of [768, 54, 2]) {
  await using server = await startPrometheus(history, { blockHours });
  const client = prometheusClient(server.url);
  const runs = [];
  for (let run = 0; run < flags.runs; run++) {
    const before = { ms: performance.now(), theirs: secondsOf(server.pid) };
    const own = process.cpuUsage();
    const { times, columns } = await readPrometheus(client, {
      fromMs: start * 1000,
      toMs: (start + 60 * scrapes) * 1000,
      stepMs: 60_000,
      instance: "web-1",
      queries: new Map(),
    });
    const { user, system } = process.cpuUsage(own);
    runs.push({
      seconds: (performance.now() - before.ms) / 1000,
      theirs: secondsOf(server.pid) - before.theirs,
      ours: (user + system) / 1e6,
      values: times.length * columns.length,
    });
  }
  runs.sort((a, b) => a.seconds - b.seconds);
  const [best] = runs;
  const median = runs[runs.length >> 1];
  // deno-lint-ignore no-console -- a bench prints its figures
  console.log(
    `blocks of ${blockHours} h, ${best?.values} values, load ${
      Deno.loadavg()[0]?.toFixed(1)
    }: median ${median?.seconds.toFixed(2)} s, best ${
      best?.seconds.toFixed(2)
    } s, in which Prometheus computed ${best?.theirs.toFixed(2)} s and we ${
      best?.ours.toFixed(2)
    } s`,
  );
}

/** Processor time that a process has had; NaN where this system does not tell. */
function secondsOf(pid: number): number {
  try {
    const fields = Deno.readTextFileSync(`/proc/${pid}/stat`)
      .replace(/^.*\) /, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return NaN;
  }
}
