import assert from "node:assert/strict";
import { summarize } from "../../../../benches/peers/summarize.ts";

const shape = { window: 30, features: 22, hidden: 64, batch: 64 };

Deno.test("summarize() takes medians of rates, and of the ratios within each round", () => {
  // A machine that is half as fast in the second round is so for all.
  const rounds = [
    { simd: 1000, keras: 250, pytorch: 800 },
    { simd: 500, keras: 100, pytorch: 500 },
    { simd: 900, keras: 300, pytorch: 1000 },
  ].map((train) => ({ train, score: { simd: 3, keras: 2, pytorch: 4 } }));
  assert.deepEqual(summarize(shape, rounds), {
    shape,
    rounds: 3,
    train: { simd: 900, keras: 250, pytorch: 800 },
    score: { simd: 3, keras: 2, pytorch: 4 },
    ratio: {
      train: { keras: 4, pytorch: 1 },
      score: { keras: 1.5, pytorch: 0.75 },
    },
  });
});

Deno.test("summarize() compares with those that are there", () => {
  const rates = { simd: 10, wasm: 1, pytorch: 4 };
  const { train, ratio } = summarize(shape, [{ train: rates, score: rates }]);
  assert.deepEqual(train, rates);
  assert.deepEqual(ratio.train, { pytorch: 2.5 });
  const others = { keras: 2 };
  const alone = summarize(shape, [{ train: others, score: others }]);
  assert.deepEqual(alone.ratio, { train: {}, score: {} });
});

Deno.test("summarize() takes the middle of two rounds", () => {
  const rates = (simd: number) => ({ simd, keras: 1, pytorch: 2 });
  const rounds = [10, 20].map((n) => ({ train: rates(n), score: rates(n) }));
  assert.equal(summarize(shape, rounds).train.simd, 15);
});
