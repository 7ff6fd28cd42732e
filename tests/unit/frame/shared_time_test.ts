import assert from "node:assert/strict";
import { sharedMs } from "@lib/frame/shared_time.ts";

const label = (startMs: number, endMs: number) => ({ startMs, endMs });

Deno.test("sharedMs() counts the interval that ends with the first step", () => {
  const steps = { startMs: 40, endMs: 50, intervalMs: 10 };
  assert.equal(sharedMs(steps, label(0, 100)), 19);
  assert.equal(sharedMs(steps, label(0, 31)), 0, "the first instant after 30");
  assert.equal(sharedMs(steps, label(0, 30)), -1);
  assert.equal(sharedMs(steps, label(50, 60)), 0);
  assert.equal(sharedMs(steps, label(51, 60)), -1);
});
