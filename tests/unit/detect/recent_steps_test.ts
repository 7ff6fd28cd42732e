import assert from "node:assert/strict";
import { recentSteps } from "@lib/detect/recent_steps.ts";

const distance = new Float32Array(2000).fill(0.1);
const imputed = new Uint8Array(2000);
const input = { distance, imputed, features: 2 };

Deno.test("recentSteps() looks back over measured steps of the feature only", () => {
  const holes = {
    ...input,
    distance: distance.slice(),
    imputed: imputed.slice(),
  };
  holes.distance[2 * 97 + 1] = NaN;
  holes.imputed[2 * 95 + 1] = 1;
  const look = { feature: 1, last: 99, count: 5 };
  assert.deepEqual(recentSteps(holes, look), [93, 94, 96, 98, 99]);
  assert.deepEqual(recentSteps(holes, { ...look, feature: 0 }), [
    ...[95, 96, 97, 98, 99],
  ]);
});

Deno.test("recentSteps() gives fewer where there are no more, and none before the first", () => {
  assert.deepEqual(recentSteps(input, { feature: 0, last: 1, count: 5 }), [
    0,
    1,
  ]);
  assert.deepEqual(recentSteps(input, { feature: 0, last: -1, count: 5 }), []);
});

Deno.test("recentSteps() thins a long time, but keeps its ends", () => {
  const steps = recentSteps(input, { feature: 0, last: 999, count: 900 });
  assert.ok(steps.length <= 241);
  assert.equal(steps[0], 100);
  assert.equal(steps.at(-1), 999);
});
