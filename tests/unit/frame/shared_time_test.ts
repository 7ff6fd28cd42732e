import assert from "node:assert/strict";
import { mostShared, sharedMs } from "@lib/frame/shared_time.ts";

const label = (startMs: number, endMs: number) => ({ startMs, endMs });

Deno.test("sharedMs() counts the interval that ends with the first step", () => {
  const steps = { startMs: 40, endMs: 50, intervalMs: 10 };
  assert.equal(sharedMs(steps, label(0, 100)), 19);
  assert.equal(sharedMs(steps, label(0, 31)), 0, "the first instant after 30");
  assert.equal(sharedMs(steps, label(0, 30)), -1);
  assert.equal(sharedMs(steps, label(50, 60)), 0);
  assert.equal(sharedMs(steps, label(51, 60)), -1);
});

Deno.test("mostShared() takes what shares most, then what has the closest ends, then the first", () => {
  const of = (...others: ReturnType<typeof label>[]) =>
    others.indexOf(mostShared(label(10, 20), others)!);
  assert.equal(of(), -1);
  assert.equal(of(label(0, 9), label(21, 30)), -1);
  assert.equal(of(label(0, 10)), 0, "one instant");
  assert.equal(of(label(0, 14), label(15, 30), label(5, 13)), 1);
  assert.equal(of(label(0, 40), label(10, 20), label(9, 21)), 1);
  assert.equal(of(label(9, 20), label(10, 21)), 0);
});
