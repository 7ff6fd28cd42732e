import assert from "node:assert/strict";
import { differences } from "@lib/pipeline/verify/differences.ts";

const incident = {
  ...{ id: "a", peakScore: 3, severity: "major" },
  contributions: [{
    ...{ feature: "free", share: 0.6, isCause: true, onset: null },
    ...{ actual: 8e9, expected: 30, band: [-5, 1e9] },
  }],
  counterfactual: { scoreAfter: 0.001, clears: true },
};
const [contribution] = incident.contributions;

Deno.test("differences() of what two engines compute are none", () => {
  assert.deepEqual(
    differences(incident, {
      ...incident,
      peakScore: 3.0001,
      // Of one unit with 8e9: an expected value of 30 is nothing.
      contributions: [{ ...contribution, expected: 33, share: 0.600001 }],
      counterfactual: { scoreAfter: 0.0010005, clears: true },
    }),
    [],
  );
});

const CHANGES: readonly (readonly [change: object, text: string])[] = [
  [{ peakScore: 3.001 }, "peakScore was 3, is 3.001"],
  [{ peakScore: null }, "peakScore was 3, is null"],
  [{ peakScore: "3" }, 'peakScore was 3, is "3"'],
  [{ severity: "minor" }, 'severity was "major", is "minor"'],
  [{ more: 1 }, "more was not there, is 1"],
  [{ contributions: [] }, "contributions had 1 entries, has 0"],
  [
    { contributions: [{ ...contribution, expected: 1e7 }] },
    "contributions[0].expected was 30, is 10000000",
  ],
  [
    { contributions: [{ ...contribution, onset: "2026" }] },
    'contributions[0].onset was null, is "2026"',
  ],
  [
    { counterfactual: { scoreAfter: 0.001, clears: false } },
    "counterfactual.clears was true, is false",
  ],
];

Deno.test("differences() of small numbers are told as those of large ones", () => {
  assert.deepEqual(
    differences({ threshold: 0.001, rate: 0 }, { threshold: 0.00101, rate: 1 }),
    ["threshold was 0.001, is 0.00101", "rate was 0, is 1"],
  );
  assert.deepEqual(differences({ share: 0.02 }, { share: 0.02001 }), [
    "share was 0.02, is 0.02001",
  ]);
});

Deno.test("differences() of shares and scores below 0.01 are held against 0.01", () => {
  for (const name of ["share", "peakScore", "scoreAfter"]) {
    const then = { [name]: 0.005 };
    assert.deepEqual(differences(then, { [name]: 0.0050009 }), [], name);
    assert.equal(differences(then, { [name]: 0.0050011 }).length, 1, name);
  }
});

for (const [change, text] of CHANGES) {
  Deno.test(`differences() names ${text}`, () => {
    assert.deepEqual(differences(incident, { ...incident, ...change }), [text]);
  });
}

Deno.test("differences() passes over what cannot be compared, wherever it stands", () => {
  const now = { ...incident, counterfactual: { clears: true, scoreAfter: 9 } };
  assert.deepEqual(
    differences(incident, now, { passOver: ["scoreAfter"] }),
    [],
  );
});

Deno.test("differences() keeps what somebody wrote short", () => {
  const deep = JSON.parse("[".repeat(50_000) + "]".repeat(50_000));
  const [text = ""] = differences({ ["k".repeat(9e5)]: deep }, {});
  assert.ok(text.length < 120, text);
});
