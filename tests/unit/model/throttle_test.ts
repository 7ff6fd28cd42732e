import assert from "node:assert/strict";
import { throttle } from "@lib/model/throttle.ts";

const progress = { epoch: 1, epochs: 2, done: 0.1, loss: undefined };

Deno.test("throttle() tells the first, and then not for 100 ms", async () => {
  let told = 0;
  const report = throttle(() => told++);
  for (let i = 0; i < 1000; i++) report.sometimes(progress);
  assert.equal(told, 1);
  await new Promise((resolve) => setTimeout(resolve, 120));
  report.sometimes(progress);
  assert.equal(told, 2);
});

Deno.test("throttle() always tells what must be told", () => {
  let told = 0;
  const report = throttle(() => told++);
  report.sometimes(progress);
  report.always(progress);
  report.always(progress);
  assert.equal(told, 3);
});
