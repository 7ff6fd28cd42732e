/**
 * One engine of `deno task bench:peers` in a process of its own; speaks as
 * `benches/peer/peer.py` does.
 */
import { InputError } from "../../lib/errors.ts";
import { openEngine } from "../../lib/model/open_engine.ts";
import type { EngineName, WindowSet } from "../../lib/model/engine.ts";
import type { BenchShape } from "./shapes.ts";

const [name = "simd", text = ""] = Deno.args;
// Written by our own driver.
const shape = JSON.parse(text) as BenchShape;
const engine = await openEngine(name as EngineName).catch((error) => {
  if (!(error instanceof InputError)) throw error;
  // deno-lint-ignore no-console
  console.error(error.message);
  Deno.exit(1);
});
say(engine.version);

const fit = windows(shape.trained);
const scored = windows(shape.scored);
const options = {
  hidden: shape.hidden,
  epochs: 1e9,
  batchSize: shape.batch,
  learningRate: 1e-3,
  patience: 1e9,
  seed: 1,
};
const { bytes } = await engine.train(
  { fit: windows(8), stop: windows(1) },
  { ...options, epochs: 1 },
);
const network = await engine.load(bytes);

// An epoch a question: training waits in between.
let release = (): void => {};
let ended = (): void => {};
const warm = new Promise<void>((resolve) => ended = resolve);
const training = engine.train({ fit, stop: windows(1) }, options, {
  onEpoch: async () => {
    const released = new Promise<void>((resolve) => release = resolve);
    ended();
    await released;
  },
});
training.catch((error) => {
  say(String(error));
  Deno.exit(1);
});
await warm;

const decoder = new TextDecoderStream();
for await (const lines of Deno.stdin.readable.pipeThrough(decoder)) {
  for (const line of lines.trim().split("\n")) {
    const begun = performance.now();
    if (line === "train") await epoch();
    else await network.reconstructLast(scored);
    say(`${(performance.now() - begun) / 1000}`);
  }
}
Deno.exit(0);

async function epoch(): Promise<void> {
  const done = new Promise<void>((resolve) => ended = resolve);
  release();
  await done;
}

function windows(count: number): WindowSet {
  const { window, features } = shape;
  const steps = count + window - 1;
  const values = Float32Array.from({ length: steps * features }, (_, i) => {
    const [t, f] = [Math.floor(i / features), i % features];
    return 0.5 + 0.5 * Math.sin(2 * Math.PI * t / (7 + 3 * f));
  });
  const ends = Int32Array.from({ length: count }, (_, w) => w + window);
  return { values, features, length: window, ends };
}

function say(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}
