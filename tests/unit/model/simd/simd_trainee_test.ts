import assert from "node:assert/strict";
import type { EpochLoss } from "@lib/model/engine.ts";
import { planWork } from "@lib/model/simd/plan.ts";
import { simdEngine } from "@lib/model/simd/simd_engine.ts";
import { engineOf } from "../../../support/engines.ts";
import { TOY_OPTIONS, toyWindows } from "../../../support/toy_windows.ts";

const shape = { window: 120, features: 30, hidden: 64 };
const fit = toyWindows({ windows: 133, length: 120, features: 30 });
const stop = toyWindows({ windows: 16, length: 120, features: 30 });
const options = { ...TOY_OPTIONS, hidden: 64, epochs: 2, batchSize: 32 };
const { batchSize } = options;

/** Losses of an epoch that is cut into several jobs. */
async function losses(threads: number): Promise<readonly EpochLoss[]> {
  const work = { trained: 133 * 2, scored: 16 * 2, batchSize, threads };
  const plan = planWork({ shape, ...work });
  // Else the slots would not take turns.
  assert.equal(plan.threads, threads);
  assert(Math.ceil(133 / (plan.jobBatches * batchSize)) >= 3);
  const engine = await simdEngine({ threads });
  return (await engine.train({ fit, stop }, options)).losses;
}

Deno.test("Engine simd trains in jobs that take turns to the losses of tfjs, whatever the threads", async () => {
  const alone = await losses(1);
  assert.deepEqual(await losses(2), alone);
  const wasm = await engineOf("wasm");
  const { losses: expected } = await wasm.train({ fit, stop }, options);
  assert.equal(expected.length, 2);
  expected.forEach(({ fit, stop }, e) => {
    assert(Math.abs(alone[e]!.fit / fit - 1) < 1e-4, `${e}: ${fit}`);
    assert(Math.abs(alone[e]!.stop / stop - 1) < 1e-4, `${e}: ${stop}`);
  });
});
