import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import type { TrainState } from "@lib/model/engine.ts";
import { simdEngine } from "@lib/model/simd/simd_engine.ts";
import { planWork } from "@lib/model/simd/plan.ts";
import { TOY_OPTIONS, toyWindows } from "../../../support/toy_windows.ts";

const ENOUGH = new Error("enough");

/** The states of three epochs of a training that is planned to be long. */
async function threeEpochs(
  threads: number,
  batchSize: number,
): Promise<readonly TrainState[]> {
  // 70 windows leave a remainder in every batch size.
  const fit = toyWindows({ windows: 70, length: 30, features: 5 });
  const options = { ...TOY_OPTIONS, batchSize, hidden: 75, epochs: 1e7 };
  const { shape, ...work } = {
    shape: { window: 30, features: 5, hidden: 75 },
    scored: 0,
    trained: 70 * options.epochs,
    batchSize,
  };
  // Else this would test less than it says.
  const planned = planWork({ ...work, shape, threads });
  assert.equal(planned.threads, Math.min(threads, planned.shards));
  const engine = await simdEngine({ threads });
  const states: TrainState[] = [];
  const onEpoch = (state: TrainState) => {
    states.push(state);
    if (states.length === 3) throw ENOUGH;
  };
  const training = engine.train({ fit, stop: fit }, options, { onEpoch });
  await assert.rejects(training, ENOUGH);
  return states;
}

for (const batchSize of [64, 13, 700]) {
  Deno.test(`Engine simd trains to the same bits on 1, 2, 3 and 8 threads in batches of ${batchSize}`, async () => {
    const alone = await threeEpochs(1, batchSize);
    for (const threads of [2, 3, 8]) {
      assert.deepEqual(await threeEpochs(threads, batchSize), alone);
    }
  });
}

Deno.test("Engine simd reconstructs to the same bits on 1, 2 and 3 threads", async () => {
  const windows = toyWindows({ windows: 4007, length: 24, features: 9 });
  const options = { ...TOY_OPTIONS, hidden: 65, epochs: 1 };
  const few = { ...windows, ends: windows.ends.subarray(0, 20) };
  const engines = await Promise.all(
    [1, 2, 3].map((threads) => simdEngine({ threads })),
  );
  const { bytes } = await engines[0]!.train({ fit: few, stop: few }, options);
  const results = [];
  for (const engine of engines) {
    const network = await engine.load(bytes);
    results.push([
      await network.reconstructLast(windows),
      (await network.reconstruct(windows)).subarray(-9 * 24 * 100),
    ]);
    network.dispose();
  }
  assert.deepEqual(results[1], results[0]);
  assert.deepEqual(results[2], results[0]);
});

Deno.test("Engine simd leaves this thread free while workers compute", {
  ignore: availableParallelism() < 2,
}, async () => {
  const engine = await simdEngine({ threads: 2 });
  const fit = toyWindows({ windows: 3000, length: 30, features: 22 });
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  const began = performance.now();
  const stop = toyWindows({ windows: 16, length: 30, features: 22 });
  const options = { ...TOY_OPTIONS, hidden: 64, epochs: 1 };
  await engine.train({ fit, stop }, options);
  clearInterval(timer);
  const spentMs = performance.now() - began;
  assert(ticks > spentMs / 50, `${ticks} ticks in ${spentMs} ms`);
});
