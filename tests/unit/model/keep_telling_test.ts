import assert from "node:assert/strict";
import { keepTelling } from "@lib/model/keep_telling.ts";

const later = <T>(ms: number, value: T) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

Deno.test("keepTelling() tells while nothing comes, and gives what came", async () => {
  let told = 0;
  assert.equal(await keepTelling(later(450, "done"), () => told++), "done");
  assert(told >= 1 && told <= 4, `${told} times`);
  await later(150, null);
  assert(told <= 4, "told after the end");
});

Deno.test("keepTelling() ends the wait where it is told to, and hears no more of the work", async () => {
  const enough = new Error("enough");
  let fail = (_: Error): void => {};
  const work = new Promise<never>((_, reject) => fail = reject);
  const begun = performance.now();
  const waiting = keepTelling(work, () => {
    throw enough;
  });
  await assert.rejects(waiting, enough);
  assert(performance.now() - begun < 1000);
  // What fails afterwards is nobody's unhandled rejection.
  fail(new Error("too late"));
  await later(10, null);
});

Deno.test("keepTelling() fails as the work does", async () => {
  const broken = new Error("broken");
  await assert.rejects(keepTelling(Promise.reject(broken), () => {}), broken);
});
