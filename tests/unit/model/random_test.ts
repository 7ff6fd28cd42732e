import assert from "node:assert/strict";
import { seededRandom, shuffle } from "@lib/model/random.ts";

Deno.test("seededRandom() draws mulberry32's numbers", () => {
  // From the algorithm done in Python's integers:
  //   a = seed
  //   a = a + 0x6D2B79F5 & M; t = (a ^ a >> 15) * (a | 1) & M
  //   t ^= t + ((t ^ t >> 7) * (t | 61) & M) & M; (t ^ t >> 14) / 2**32
  const random = seededRandom(42);
  const drawn = [random(), random(), random()];
  assert.deepEqual(drawn, [
    0.6011037519201636,
    0.44829055899754167,
    0.8524657934904099,
  ]);
});

Deno.test("seededRandom() is even over [0, 1)", () => {
  const random = seededRandom(1);
  const counts = new Array(10).fill(0);
  for (let i = 0; i < 100_000; i++) counts[Math.floor(10 * random())]++;
  // Five standard deviations of a binomial(100 000, 0.1).
  assert(counts.every((count) => Math.abs(count - 10_000) < 475), `${counts}`);
});

Deno.test("shuffle() makes each order of three about equally often", () => {
  const random = seededRandom(2);
  const seen = new Map<string, number>();
  for (let i = 0; i < 12_000; i++) {
    const values = Int32Array.of(0, 1, 2);
    shuffle(values, random);
    seen.set(values.join(), (seen.get(values.join()) ?? 0) + 1);
  }
  assert.equal(seen.size, 6);
  // Five standard deviations of a binomial(12 000, 1/6).
  for (const count of seen.values()) assert(Math.abs(count - 2000) < 205);
});
