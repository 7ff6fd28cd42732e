/**
 * Measures the engines beside Keras and PyTorch: the same network, data and sizes,
 * one after the other within each round, so that a busy machine is busy for all.
 *
 * `deno task bench:peers [--rounds N] [--out FILE.json]`
 */
import { parseArgs } from "node:util";
import { type Contestant, startContestant } from "./peers/contestant.ts";
import { wasmPeak } from "./peers/peak.ts";
import { peerPython } from "./peers/peer_python.ts";
import { type BenchShape, SHAPES } from "./peers/shapes.ts";
import { type Rates, type ShapeResult, summarize } from "./peers/summarize.ts";
import { windowWork } from "./peers/work.ts";

const { values: flags } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    out: { type: "string" },
  },
});
const rounds = Number(flags.rounds);
Deno.chdir(new URL("..", import.meta.url));
const python = await peerPython(say);

/** Without it PyTorch gives its memory back after each batch, and is much slower. */
const KEEP_MEMORY = {
  MALLOC_TRIM_THRESHOLD_: "2000000000",
  MALLOC_MMAP_THRESHOLD_: "2000000000",
};
const engine = [
  Deno.execPath(),
  "run",
  "-q",
  "-A",
  "benches/peers/engine_process.ts",
];
const peer = [python, "benches/peer/peer.py"];
/** tfjs' WebAssembly backend takes long for little. */
const WASM_SHARE = 16;
/** Operations of PyTorch's product of two matrices. */
const PRODUCT_WORK = 2 * 2048 ** 3;

const cores = navigator.hardwareConcurrency;
say(
  `${cores} cores, ${Deno.build.target}, ` +
    `Deno ${Deno.version.deno}, V8 ${Deno.version.v8}`,
);
const results: ShapeResult[] = [];
for (const shape of SHAPES) {
  const contestants = await startAll(shape);
  if (results.length === 0) {
    contestants.forEach(({ name, version }) => say(`${name}: ${version}`));
  }
  const measured: { train: Rates; score: Rates }[] = [];
  for (let round = 0; round < rounds; round++) {
    const rates = { train: {} as Rates, score: {} as Rates };
    for (const question of ["train", "score"] as const) {
      for (const { name, size, ask } of contestants) {
        const windows = question === "train" ? size.trained : size.scored;
        rates[question][name] = windows / await ask(question);
      }
    }
    measured.push(rates);
  }
  const { window, features, hidden, batch } = shape;
  const result = summarize({ window, features, hidden, batch }, measured);
  results.push(result);
  say(JSON.stringify(result));
  await sayPeaks(result, contestants);
  await Promise.all(contestants.map((contestant) => contestant.end()));
}
if (flags.out !== undefined) {
  await Deno.writeTextFile(flags.out, `${JSON.stringify(results, null, 2)}\n`);
}

async function startAll(
  shape: BenchShape,
): Promise<(Contestant & { readonly size: BenchShape })[]> {
  const fewer = {
    ...shape,
    trained: shape.trained / WASM_SHARE,
    scored: shape.scored / WASM_SHARE,
  };
  const contestants = [];
  for (const name of ["simd", "tfjs-node", "wasm"]) {
    const size = name === "wasm" ? fewer : shape;
    const started = await startContestant(name, {
      command: [...engine, name],
      shape: size,
      env: { TF_CPP_MIN_LOG_LEVEL: "2" },
    });
    contestants.push({ ...started, size });
  }
  for (const name of ["keras", "pytorch"]) {
    const started = await startContestant(name, {
      command: [...peer, name],
      shape,
      env: name === "pytorch" ? KEEP_MEMORY : {},
    });
    contestants.push({ ...started, size: shape });
  }
  return contestants;
}

/** How much of the machine each contestant uses, by the work that a window is. */
async function sayPeaks(
  { shape, train, score }: ShapeResult,
  contestants: readonly Contestant[],
): Promise<void> {
  const pytorch = contestants.find(({ name }) => name === "pytorch");
  const seconds: number[] = [];
  for (let i = 0; i < 5; i++) {
    seconds.push(await pytorch?.ask("multiply") ?? NaN);
  }
  const product = PRODUCT_WORK / Math.min(...seconds);
  const peak = cores * await wasmPeak();
  const work = windowWork(shape);
  say(
    `  ${
      giga(peak)
    } is the most that WebAssembly's 128 bits give on all cores, ` +
      `${giga(product)} what PyTorch's product of two large matrices reaches`,
  );
  for (const name of Object.keys(train)) {
    const used = [train[name]! * work.train, score[name]! * work.score]
      .map((rate) => `${giga(rate)} (${percent(rate / peak)} of 128 bits)`);
    say(`  ${name}: trains at ${used[0]}, scores at ${used[1]}`);
  }
}

function giga(rate: number): string {
  return `${(rate / 1e9).toPrecision(3)} GFLOP/s`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function say(line: string): void {
  // deno-lint-ignore no-console
  console.log(line);
}
