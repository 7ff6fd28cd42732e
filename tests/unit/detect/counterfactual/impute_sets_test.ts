import assert from "node:assert/strict";
import {
  type ImputeInput,
  imputeSets,
  type ReconstructLast,
} from "@lib/detect/counterfactual/impute_sets.ts";

const FEATURES = 2;

/**
 * Expects half of a feature's own last value and half of the other's: what it
 * copies fades in a few passes, and the fixed point is the other's value.
 */
const halfCopies: ReconstructLast = ({ values, ends }) => {
  const out = new Float32Array(ends.length * FEATURES);
  ends.forEach((end, w) => {
    const [a, b] = values.subarray((end - 1) * FEATURES, end * FEATURES);
    out[w * FEATURES] = (a! + b!) / 2;
    out[w * FEATURES + 1] = (a! + b!) / 2;
  });
  return Promise.resolve(out);
};

/** The largest distance of the first feature from the second. */
const apart: ImputeInput["highest"] = ({ scaled, ends }) =>
  ends.reduce((most, end) => {
    const [a, b] = scaled.subarray((end - 1) * FEATURES, end * FEATURES);
    return Math.max(most, Math.abs(a! - b!));
  }, 0) + 1;

function input(scaled: readonly number[], replacedFrom: number): ImputeInput {
  return {
    scaled: Float32Array.from(scaled),
    features: FEATURES,
    length: 2,
    replacedFrom,
    start: [0, 0],
    reconstructLast: halfCopies,
    highest: apart,
  };
}

Deno.test("imputeSets() comes to what the other features say, from where it begins", async () => {
  const rows = [0.5, 0.5, 0.5, 0.5, 3, 0.4, 3, 0.6];
  const [one] = await imputeSets(input(rows, 2), [[0]]);
  const { scaled } = one!;
  assert.deepEqual(
    [...scaled.subarray(0, 4)],
    [...Float32Array.from(rows)].slice(0, 4),
  );
  assert.ok(Math.abs(scaled[4]! - 0.4) < 0.02, `${scaled[4]}`);
  assert.ok(Math.abs(scaled[6]! - 0.6) < 0.02, `${scaled[6]}`);
  // what is not of the set stays
  assert.equal(scaled[5], Math.fround(0.4));
});

Deno.test("imputeSets() replaces nothing for the set of none, and asks once", async () => {
  const rows = [0.5, 0.5, 3, 0.4, 3, 0.6];
  let asked = 0;
  const [one] = await imputeSets({
    ...input(rows, 0),
    reconstructLast: (windows) => {
      asked++;
      return halfCopies(windows);
    },
  }, [[]]);
  assert.deepEqual(one!.scaled, Float32Array.from(rows));
  assert.equal(asked, 1);
});

Deno.test("imputeSets() shows the network what is inside train's range", async () => {
  const seen: number[] = [];
  await imputeSets({
    ...input([0.5, 0.5, 3, -2, 3, 0.6], 1),
    reconstructLast: (windows) => {
      seen.push(...windows.values);
      return halfCopies(windows);
    },
  }, [[0], []]);
  assert.ok(seen.every((value) => value >= 0 && value <= 1));
});

Deno.test("imputeSets() gives each set what it gives it alone", async () => {
  const rows = [0.5, 0.2, 0.9, 0.3, 3, 0.4, 3, 0.6, 0.1, 0.2];
  const sets = [[0], [1], [0, 1], []];
  const together = await imputeSets(input(rows, 2), sets);
  for (const [i, set] of sets.entries()) {
    const [alone] = await imputeSets(input(rows, 2), [set]);
    assert.deepEqual(together[i], alone);
  }
});

Deno.test("imputeSets() keeps a gap, and carries back what the first window after it says", async () => {
  const rows = [0.5, 0.5, NaN, NaN, 3, 0.4, 3, 0.4, 3, 0.4];
  const [one] = await imputeSets(input(rows, 1), [[0]]);
  const { scaled, ends } = one!;
  assert.deepEqual([...ends], [4, 5]);
  assert.ok(Number.isNaN(scaled[2]!) && Number.isNaN(scaled[3]!));
  assert.ok(Math.abs(scaled[4]! - 0.4) < 0.02, `${scaled[4]}`);
});

Deno.test("imputeSets() ends where a score never settles", async () => {
  let asked = 0;
  await imputeSets({
    ...input([0.5, 0.5, 3, 0.4, 3, 0.6], 1),
    reconstructLast: (windows) => {
      asked++;
      return halfCopies(windows);
    },
    highest: () => 2 ** asked,
  }, [[0]]);
  assert.equal(asked, 8);
});
