/** Reads one table onto its grid and prints seconds and the most memory: `FILE`. */
import process from "node:process";
import { regularGrid } from "../lib/frame/regular_grid.ts";
import { readTable } from "../lib/source/read_table.ts";

const [file = ""] = Deno.args;
const began = performance.now();
const { steps } = regularGrid(await readTable([file]));
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
const cpuSeconds = (user + system) / 1e6;
// deno-lint-ignore no-console -- what the bench reads
console.log(JSON.stringify({ seconds, cpuSeconds, steps, peakMiB: peakMiB() }));

/** Most memory that the process had; what it has now where that is not told. */
function peakMiB(): number {
  try {
    const status = Deno.readTextFileSync("/proc/self/status");
    return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return Math.round(Deno.memoryUsage().rss / 2 ** 20);
  }
}
