import { join } from "node:path";
import { TextLineStream } from "./text_line_stream.ts";
import { mutate } from "./mutate.ts";
import type { Original } from "./originals.ts";

/** Which mutants are read. */
export interface MutantRun {
  /** What is mutated. */
  readonly original: Original;
  /** What the changes follow from. */
  readonly seed: number;
  /** How many. */
  readonly count: number;
}

/** What came of them. */
export interface MutantTally {
  /** Mutants that are a table. */
  readonly accepted: number;
  /** Mutants that were refused. */
  readonly refused: number;
  /** Milliseconds that the slowest one took. */
  readonly slowestMs: number;
  /** The slowest one's number. */
  readonly slowest: number;
  /** Most memory of a process, bytes. */
  readonly peakBytes: number;
}

/** Mutants that one process reads. */
const BATCH = 2500;

/** Silence for longer than this is a hang. */
const MAX_SILENT_MS = 5000;

/** Starting and reading the original takes this long at most. */
const MAX_START_MS = 60_000;

/** More memory than this is a failure; looked at this often. */
const MAX_BYTES = 2 ** 30;
const LOOK_MS = 100;

const WORKER = new URL("./worker.ts", import.meta.url).pathname;

/**
 * Reads mutants in processes that are watched: a hang, a crash of native code
 * and memory without end are failures like others.
 *
 * @param run Which mutants.
 * @returns What came of them.
 * @throws If one failed: names it, saves it, and says how to read it again.
 */
export async function runMutants(
  { original, seed, count }: MutantRun,
): Promise<MutantTally> {
  const all = { accepted: 0, refused: 0, slowestMs: 0, slowest: 0 };
  let peakBytes = 0;
  for (let first = 0; first < count; first += BATCH) {
    const size = Math.min(BATCH, count - first);
    const batch = await runBatch(original, { seed, first, size });
    all.accepted += batch.accepted;
    all.refused += batch.refused;
    if (batch.slowestMs > all.slowestMs) {
      [all.slowestMs, all.slowest] = [batch.slowestMs, batch.slowest];
    }
    peakBytes = Math.max(peakBytes, batch.peakBytes);
  }
  return { ...all, peakBytes };
}

async function runBatch(
  original: Original,
  { seed, first, size }: { seed: number; first: number; size: number },
): Promise<MutantTally> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-q", "-A", "--no-check", WORKER, original.name],
      ...[seed, first, size].map(String),
    ],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let last = "";
  let heard = performance.now();
  let why = "";
  const watch = setInterval(() => {
    const patience = last === "" ? MAX_START_MS : MAX_SILENT_MS;
    if (performance.now() - heard > patience) why = `silent for ${patience} ms`;
    const bytes = residentBytes(child.pid);
    if (bytes > MAX_BYTES) why = `${bytes} bytes of memory`;
    if (why !== "") child.kill("SIGKILL");
  }, LOOK_MS);
  try {
    const errors = new Response(child.stderr).text();
    const lines = child.stdout.pipeThrough(new TextDecoderStream())
      .pipeThrough(new TextLineStream());
    for await (const line of lines) [last, heard] = [line, performance.now()];
    const { success, signal } = await child.status;
    if (success) return JSON.parse(last);
    why ||= signal ? `died of ${signal}` : await errors;
  } finally {
    clearInterval(watch);
  }
  throw new Error(await guilty(original, { seed, number: Number(last), why }));
}

async function guilty(
  original: Original,
  { seed, number, why }: { seed: number; number: number; why: string },
): Promise<string> {
  const { bytes } = mutate(original.bytes, { seed, number });
  const folder = await Deno.makeTempDir({ prefix: "mutant-" });
  const path = join(folder, original.name);
  await Deno.writeFile(path, bytes);
  return [
    `Mutant ${number} of ${original.name} with seed ${seed}: ${why.trim()}`,
    `It is ${path}; to read it again:`,
    `deno run -A tests/support/mutants/worker.ts ${original.name} ${seed} ${number} 1`,
  ].join("\n");
}

/** Memory of a process now; 0 where this system does not tell. */
function residentBytes(pid: number): number {
  try {
    const status = Deno.readTextFileSync(`/proc/${pid}/status`);
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
