import assert from "node:assert/strict";
import type { TrainProgress } from "@lib/model/engine.ts";
import { makeEngine } from "@lib/model/make_engine.ts";
import { TOY_OPTIONS, toyWindows } from "../../support/toy_windows.ts";

const unreached = () => Promise.reject(new Error("drawn to the end"));
/** What any engine is before its own part begins. */
const engine = makeEngine({
  name: "simd",
  version: "none",
  trainee: unreached,
  reconstructor: unreached,
});
const fit = toyWindows();
/** First weights of some 300 ms. */
const options = { ...TOY_OPTIONS, hidden: 256 };

Deno.test("Engine lets timers run, and tells that it lives, while it draws first weights", async () => {
  const heard: TrainProgress[] = [];
  const listener = (progress: TrainProgress) => void heard.push(progress);
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await assert.rejects(
    engine.train({ fit, stop: fit }, options, { listener }),
    /drawn to the end/,
  );
  clearInterval(timer);
  assert(ticks >= 2, `${ticks} ticks`);
  const sign = { epoch: 1, epochs: 6, done: 0, loss: undefined };
  assert.deepEqual(heard[0], sign);
  assert(heard.length >= 2, `${heard.length}`);
});

Deno.test("Engine stops drawing first weights when its listener throws", async () => {
  const stopped = new Error("stopped");
  const listener = () => {
    throw stopped;
  };
  await assert.rejects(
    engine.train({ fit, stop: fit }, options, { listener }),
    stopped,
  );
});
