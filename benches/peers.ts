/**
 * Measures the engines beside Keras and PyTorch: the same network, data and sizes,
 * one after the other within each round, so that a busy machine is busy for all.
 *
 * `deno task bench:peers [--rounds N] [--out FILE.json]`
 */
import { benchFlags } from "./measure/bench_flags.ts";
import { OUT } from "./measure/bench_task.ts";
import type { Contestant, ContestantOptions } from "./peers/contestant.ts";
import { wasmPeak } from "./peers/peak.ts";
import { peerPython } from "./peers/peer_python.ts";
import { type BenchShape, SHAPES } from "./peers/shapes.ts";
import { startContestants } from "./peers/start_contestants.ts";
import { type Rates, type ShapeResult, summarize } from "./peers/summarize.ts";
import { windowWork } from "./peers/work.ts";

const flags = benchFlags({
  task: "bench:peers",
  about: "Measures the engines beside Keras and PyTorch.",
  numbers: {
    rounds: { about: "how often everything is measured", default: 5 },
  },
  texts: { out: OUT },
});
Deno.chdir(new URL("..", import.meta.url));
// It says itself what is missing; then this engine does not start.
await new Deno.Command(Deno.execPath(), {
  args: ["task", "-q", "setup", "--engine", "tfjs-node"],
}).spawn().status;
const python = await peerPython(say).catch((error) => {
  say(`Keras and PyTorch are left out: ${error.message}`);
  return undefined;
});

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
const PEER = "benches/peer/peer.py";
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
  const contestants = await startContestants(candidates(shape), say);
  if (results.length === 0) {
    contestants.forEach(({ name, version }) => say(`${name}: ${version}`));
  }
  const measured: { train: Rates; score: Rates }[] = [];
  for (let round = 0; round < flags.rounds; round++) {
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

/** How each contestant is started on a shape. */
function candidates(shape: BenchShape): Record<string, ContestantOptions> {
  const fewer = {
    ...shape,
    trained: shape.trained / WASM_SHARE,
    scored: shape.scored / WASM_SHARE,
  };
  const quiet = { TF_CPP_MIN_LOG_LEVEL: "2" };
  return {
    simd: { command: [...engine, "simd"], shape },
    "tfjs-node": { command: [...engine, "tfjs-node"], shape, env: quiet },
    wasm: { command: [...engine, "wasm"], shape: fewer },
    ...(python === undefined ? {} : {
      keras: { command: [python, PEER, "keras"], shape },
      pytorch: { command: [python, PEER, "pytorch"], shape, env: KEEP_MEMORY },
    }),
  };
}

/** How much of the machine each contestant uses, by the work that a window is. */
async function sayPeaks(
  { shape, train, score }: ShapeResult,
  contestants: readonly Contestant[],
): Promise<void> {
  const peak = cores * await wasmPeak();
  say(
    `  ${giga(peak)} is the most that WebAssembly's 128 bits give on all cores`,
  );
  const pytorch = contestants.find(({ name }) => name === "pytorch");
  const seconds: number[] = [];
  for (let i = 0; pytorch && i < 5; i++) {
    seconds.push(await pytorch.ask("multiply"));
  }
  const product = giga(PRODUCT_WORK / Math.min(...seconds));
  if (pytorch) {
    say(`  ${product} what PyTorch's product of two large matrices reaches`);
  }
  const work = windowWork(shape);
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
