/**
 * Measures how long a large table takes to become a clean one: reading and the
 * regular grid, each time in a process of its own.
 *
 * `deno task bench:read [--rows 1000000] [--runs 3] [--folder DIR]`; the files, random
 * values that do not pack, stay in the folder where one is named.
 *
 * @module
 */
import { join } from "node:path";
import { seededRandom } from "../lib/model/random.ts";
import { toParquet } from "../lib/source/parquet/to_parquet.ts";
import { benchFlags } from "./measure/bench_flags.ts";

/** Columns beside the time. */
const METRICS = 23;

const flags = benchFlags({
  task: "bench:read",
  about: "Measures how long a large CSV and Parquet table take to read.",
  numbers: {
    rows: { about: "rows of the table", default: 1_000_000, most: 1e9 },
    runs: { about: "how often each is read", default: 3 },
  },
  texts: {
    folder: { value: "DIR", about: "a folder that the tables stay in (none)" },
  },
});
const rows = flags.rows;
const folder = flags.folder ?? await Deno.makeTempDir({ prefix: "bench-" });
// deno-lint-ignore no-console -- a bench prints its figures
const print = (line: string) => console.log(line);
try {
  await Deno.mkdir(folder, { recursive: true });
  const files = ["bench.csv", "bench.parquet"].map((name) =>
    join(folder, name)
  );
  if (!await areThere(files)) await writeFiles(files);
  print(`${rows} rows, ${METRICS} metrics, load ${Deno.loadavg()[0]}`);
  for (const file of files) {
    const runs = [];
    for (let run = 0; run < flags.runs; run++) {
      runs.push(await measure(file));
    }
    const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b);
    const cpu = Math.min(...runs.map(({ cpuSeconds }) => cpuSeconds));
    const peak = Math.max(...runs.map(({ peakMiB }) => peakMiB));
    const { size } = await Deno.stat(file);
    print(
      `${file.split("/").at(-1)}, ${Math.round(size / 1e6)} MB: median ${
        seconds[seconds.length >> 1]?.toFixed(2)
      } s, best ${seconds[0]?.toFixed(2)} s, processor time ${
        cpu.toFixed(2)
      } s (start included), peak ${peak} MiB`,
    );
  }
} finally {
  if (!flags.folder) await Deno.remove(folder, { recursive: true });
}

async function measure(
  file: string,
): Promise<{
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-q", "-A"],
      new URL("./read_one_table.ts", import.meta.url).pathname,
      file,
    ],
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`Cannot measure ${file}`);
  return JSON.parse(new TextDecoder().decode(stdout));
}

async function areThere(files: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    files.map((file) => Deno.stat(file).catch(() => null)),
  );
  return found.every((info) => info !== null);
}

async function writeFiles([csv = "", parquet = ""]: readonly string[]) {
  const random = seededRandom(1);
  const start = Date.UTC(2026, 0, 1);
  const columns = Array.from(
    { length: METRICS },
    () => Float64Array.from({ length: rows }, () => round(random())),
  );
  const names = columns.map((_, f) => `m${f}`);
  const ms = Float64Array.from(
    { length: rows },
    (_, row) => start + row * 1000,
  );
  await Deno.writeFile(
    parquet,
    toParquet([
      { name: "timestamp", kind: "time", ms },
      ...columns.map((values, f) => (
        { name: `m${f}`, kind: "double", values } as const
      )),
    ]),
  );
  const file = await Deno.open(csv, { create: true, write: true });
  const lines = [["timestamp", ...names].join(",")];
  const encoder = new TextEncoder();
  for (let row = 0; row < rows; row++) {
    const values = columns.map((values) => values[row]);
    lines.push([ms[row]! / 1000, ...values].join(","));
    if (lines.length < 10_000 && row < rows - 1) continue;
    await file.write(encoder.encode(lines.join("\n") + "\n"));
    lines.length = 0;
  }
  file.close();
}

/** Seven characters a value, as exports have: 1e6 rows of 23 make 193 MB. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e4;
}
