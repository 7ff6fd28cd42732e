import assert from "node:assert/strict";
import { slotPool } from "@lib/model/simd/slot_pool.ts";

Deno.test("slotPool() gives a place to one at a time, who asked first first", async () => {
  const pool = slotPool([0, 64]);
  assert.deepEqual([await pool.take(), await pool.take()], [0, 64]);
  const got: [string, number][] = [];
  const third = pool.take().then((slot) => got.push(["third", slot]));
  const fourth = pool.take().then((slot) => got.push(["fourth", slot]));
  await new Promise((done) => setTimeout(done));
  assert.deepEqual(got, []);
  pool.give(64);
  await third;
  pool.give(0);
  await fourth;
  assert.deepEqual(got, [["third", 64], ["fourth", 0]]);
});

Deno.test("slotPool() gives a place again that nobody waited for", async () => {
  const pool = slotPool([32]);
  pool.give(await pool.take());
  assert.equal(await pool.take(), 32);
});
