/**
 * Measures the engines beside Keras and PyTorch: the same network, data and sizes,
 * one after the other within each round, so that a busy machine is busy for all.
 *
 * `deno task bench:peers [--rounds N] [--out FILE.json]`
 */
import { parseArgs } from "node:util";
import { type Contestant, startContestant } from "./peers/contestant.ts";
import { peerPython } from "./peers/peer_python.ts";
import { SHAPES } from "./peers/shapes.ts";
import { type Rates, type ShapeResult, summarize } from "./peers/summarize.ts";

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

say(
  `${navigator.hardwareConcurrency} cores, ${Deno.build.target}, ` +
    `Deno ${Deno.version.deno}, V8 ${Deno.version.v8}`,
);
const results: ShapeResult[] = [];
for (const shape of SHAPES) {
  const fewer = {
    ...shape,
    trained: shape.trained / WASM_SHARE,
    scored: shape.scored / WASM_SHARE,
  };
  const contestants: Contestant[] = [];
  for (const name of ["simd", "tfjs-node", "wasm"]) {
    contestants.push(
      await startContestant(name, {
        command: [...engine, name],
        shape: name === "wasm" ? fewer : shape,
        env: { TF_CPP_MIN_LOG_LEVEL: "2" },
      }),
    );
  }
  for (const name of ["keras", "pytorch"]) {
    contestants.push(
      await startContestant(name, {
        command: [...peer, name],
        shape,
        env: name === "pytorch" ? KEEP_MEMORY : {},
      }),
    );
  }
  if (results.length === 0) {
    contestants.forEach(({ name, version }) => say(`${name}: ${version}`));
  }
  const measured: { train: Rates; score: Rates }[] = [];
  for (let round = 0; round < rounds; round++) {
    const rates = { train: {} as Rates, score: {} as Rates };
    for (const question of ["train", "score"] as const) {
      for (const contestant of contestants) {
        rates[question][contestant.name] = await contestant.ask(question);
      }
    }
    measured.push(rates);
  }
  await Promise.all(contestants.map((contestant) => contestant.end()));
  const { window, features, hidden, batch } = shape;
  const result = summarize({ window, features, hidden, batch }, measured);
  results.push(result);
  say(JSON.stringify(result));
}
if (flags.out !== undefined) {
  await Deno.writeTextFile(flags.out, `${JSON.stringify(results, null, 2)}\n`);
}

function say(line: string): void {
  // deno-lint-ignore no-console
  console.log(line);
}
