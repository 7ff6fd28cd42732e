import assert from "node:assert/strict";
import { watchSilence } from "@lib/report/figures/watch_silence.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

Deno.test("watchSilence() counts again from each sign of life, and not at rest", async () => {
  let heard = 0;
  const watch = watchSilence(0.3, () => heard++);
  await wait(400);
  assert.equal(heard, 0);
  for (let i = 0; i < 4; i++) {
    watch.stir();
    await wait(120);
  }
  assert.equal(heard, 0);
  await wait(400);
  assert.ok(heard > 0);
  watch.rest();
  const before = heard;
  await wait(100);
  assert.equal(heard, before);
});
