/**
 * Reads mutants one after the other in a process of its own, which may hang or
 * die: `deno run -A tests/support/mutants/worker.ts KIND SEED FIRST COUNT`.
 *
 * It says each mutant's number before it reads it, so that whoever watches knows
 * the last one.
 *
 * @module
 */
import { join } from "node:path";
import { readTable } from "@lib/source/read_table.ts";
import { judge } from "./judge.ts";
import { mutate } from "./mutate.ts";
import { ORIGINALS } from "./originals.ts";

/** More memory than this is a failure. */
const MAX_BYTES = 2 ** 30;

/** A file that takes longer than this is one. */
const MAX_MS = 5000;

const [kind = "", ...counts] = Deno.args;
const [seed = 0, first = 0, count = 1] = counts.map(Number);
const original = ORIGINALS.find(({ name }) => name === kind);
if (!original) throw new RangeError(`There is no kind ${kind}`);

const folder = await Deno.makeTempDir({ prefix: "mutants-" });
const path = join(folder, kind);
await Deno.writeFile(path, original.bytes);
const expected = await readTable([path], { decimal: original.decimal });
const tally = { accepted: 0, refused: 0, slowestMs: 0, slowest: first };
const say = (line: string) =>
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
try {
  for (let number = first; number < first + count; number++) {
    say(`${number}`);
    const mutant = mutate(original.bytes, { seed, number });
    Deno.writeFileSync(path, mutant.bytes);
    const began = performance.now();
    tally[await judge({ ...mutant, path }, { original, expected })]++;
    const ms = performance.now() - began;
    if (ms > tally.slowestMs) [tally.slowestMs, tally.slowest] = [ms, number];
    if (ms > MAX_MS) throw new Error(`it took ${Math.round(ms)} ms`);
    const { rss } = Deno.memoryUsage();
    if (rss > MAX_BYTES) throw new Error(`it took ${rss} bytes of memory`);
  }
  say(JSON.stringify({ ...tally, peakBytes: peakBytes() }));
} finally {
  await Deno.remove(folder, { recursive: true });
}

/** The most memory that this process ever had; now's, where that is not told. */
function peakBytes(): number {
  try {
    const status = Deno.readTextFileSync("/proc/self/status");
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return Deno.memoryUsage().rss;
  }
}
