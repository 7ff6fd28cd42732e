import assert from "node:assert/strict";
import type { Progress } from "@lib/pipeline/base/progress.ts";
import { trainingProgress } from "@lib/pipeline/training/training_progress.ts";

/** Tells of 16 epochs, the last finished one at a time, in seconds. */
function heard(before: number, times: readonly (readonly [number, number])[]) {
  let ms = 0;
  const progress: Progress[] = [];
  const listener = trainingProgress((p) => void progress.push(p), {
    before: before / 16,
    now: () => ms,
  });
  for (const [seconds, epoch] of times) {
    ms = seconds * 1000;
    const loss = { epoch, fit: 0.012345, stop: 0.02 };
    listener({ epoch, epochs: 16, done: epoch / 16, loss });
  }
  return progress.map((p) => p.kind === "at" ? p.detail : p.text);
}

Deno.test("trainingProgress() judges the time left by the time that was spent", () => {
  assert.deepEqual(heard(0, [[5, 1], [20, 4], [80, 16]]), [
    "epoch 1/16, loss 0.0123, held out 0.0200, 1 min 15 s left",
    "epoch 4/16, loss 0.0123, held out 0.0200, 1 min left",
    "epoch 16/16, loss 0.0123, held out 0.0200",
  ]);
});

Deno.test("trainingProgress() leaves out what was done before an interruption", () => {
  // Two seconds an epoch since, whatever the eight before took.
  assert.deepEqual(heard(8, [[0, 8], [4, 10], [14, 15]]), [
    "epoch 8/16, loss 0.0123, held out 0.0200",
    "epoch 10/16, loss 0.0123, held out 0.0200, 12 s left",
    "epoch 15/16, loss 0.0123, held out 0.0200, 2 s left",
  ]);
});
