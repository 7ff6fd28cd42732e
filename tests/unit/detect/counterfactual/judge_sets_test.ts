import assert from "node:assert/strict";
import {
  type JudgeInput,
  judgeSets,
} from "@lib/detect/counterfactual/judge_sets.ts";

/** Expects 0.5 of each of the two features, whatever it sees. */
function input(changes: Partial<JudgeInput> = {}): JudgeInput {
  return {
    scaled: Float32Array.of(0.5, 0.5, 0.9, 0.5, 2, 0.5, 0.5, 3, 9, 9),
    features: 2,
    length: 1,
    replacedFrom: 2,
    judged: { start: 2, end: 4 },
    start: [0, 0],
    reconstructLast: ({ ends }) =>
      Promise.resolve(new Float32Array(2 * ends.length).fill(0.5)),
    // the larger distance of a step, over all steps up to it
    score: ({ scaled, reconstructed, ends }) => {
      const score = new Float32Array(scaled.length / 2).fill(NaN);
      let most = 0;
      ends.forEach((end, w) => {
        for (const f of [0, 1]) {
          const i = (end - 1) * 2 + f;
          most = Math.max(
            most,
            Math.abs(scaled[i]! - reconstructed[2 * w + f]!),
          );
        }
        score[end - 1] = most;
      });
      return score;
    },
    ...changes,
  };
}

Deno.test("judgeSets() gives the highest score of the judged steps, with what leads up to them as measured", async () => {
  const judge = await judgeSets(input());
  const scores = await judge([[], [0], [1], [0, 1]]);
  const near = (value: number) => Number(value.toFixed(3));
  // 0.4 comes from the step before the replaced ones
  assert.deepEqual(scores.map(near), [2.5, 2.5, 1.5, 0.4]);
});

Deno.test("judgeSets() asks the network once for a set, in whatever order it is named", async () => {
  let windows = 0;
  const judge = await judgeSets(input({
    reconstructLast: ({ ends }) => {
      windows += ends.length;
      return Promise.resolve(new Float32Array(2 * ends.length).fill(0.5));
    },
  }));
  const first = await judge([[0, 1], [1, 0], []]);
  const asked = windows;
  assert.deepEqual(await judge([[1, 0], [0, 1], []]), first);
  assert.equal(first[0], first[1]);
  assert.equal(windows, asked);
});
