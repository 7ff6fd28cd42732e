import assert from "node:assert/strict";
import { leastLeft } from "@lib/detect/trend/least_left.ts";
import { minutes } from "../../../../tools/warnings/wanders.ts";

const left = Float32Array.of(9, 9, 7, 7, 8, 8, 2, 2, 5, 5);

Deno.test("leastLeft() is the least block before a step, and knows nothing later", () => {
  const least = leastLeft(minutes(left), 2);
  assert.equal(least(1), null, "no whole block yet");
  assert.deepEqual([2, 4, 6, 8, 10].map(least), [9, 7, 7, 2, 2]);
});

Deno.test("leastLeft() passes over what was not normal", () => {
  const abnormal = [{ start: 6, end: 8 }];
  const least = leastLeft({ ...minutes(left), abnormal }, 2);
  assert.deepEqual([6, 8, 10].map(least), [7, 7, 5]);
});

Deno.test("leastLeft() counts normal time that is not part of the series", () => {
  const least = leastLeft({ ...minutes(left), leastBefore: 6 }, 2);
  assert.deepEqual([0, 4, 8].map(least), [6, 6, 2]);
});
