import assert from "node:assert/strict";
import { pacer } from "@lib/model/pacer.ts";

Deno.test("pacer() lets timers run in a loop that never waits for anything", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  const pause = pacer();
  const start = performance.now();
  while (performance.now() - start < 400) await pause();
  clearInterval(timer);
  assert(ticks >= 2, `${ticks} ticks`);
});
