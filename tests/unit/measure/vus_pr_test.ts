import assert from "node:assert/strict";
import { vusPr } from "@lib/measure/vus_pr.ts";
import { fc } from "../../support/fast_check.ts";
import { REAL_CASES, SMALL_CASES } from "../../support/stored_measures.ts";

for (const { name, score, vusPr: known, ...options } of REAL_CASES) {
  Deno.test(`vusPr() is TSB-AD's RangeAUC_volume_opt() on ${name}`, () => {
    assert.ok(Math.abs(vusPr(score, options) - known) < 1e-9);
  });
}

Deno.test("vusPr() is TSB-AD's where events touch, ties are many, or an end is labelled", () => {
  assert.ok(SMALL_CASES.some(({ label }) => label[0] === 1));
  for (const { name, score, vusPr: known, ...options } of SMALL_CASES) {
    const own = vusPr(score, options);
    assert.ok(Math.abs(own - known) < 1e-9, `${name}: ${own}, not ${known}`);
  }
});

Deno.test("vusPr() of labels themselves is 1 without a buffer", () => {
  const label = Uint8Array.of(0, 1, 1, 0, 0, 1, 0);
  assert.equal(vusPr(label, { label, maxBuffer: 0 }), 1);
});

Deno.test("vusPr() of one score everywhere is the share of labelled steps, without a buffer", () => {
  const label = Uint8Array.from({ length: 40 }, (_, t) => t % 8 === 3 ? 1 : 0);
  const flat = vusPr(new Float32Array(40), { label, maxBuffer: 0 });
  assert.ok(Math.abs(flat - 5 / 40) < 1e-12);
});

Deno.test("vusPr() counts an alarm a little late in part", () => {
  const label = new Uint8Array(100).fill(1, 40, 50);
  const late = (by: number) => new Float32Array(100).fill(1, 40 + by, 50 + by);
  const at = (by: number) => vusPr(late(by), { label, maxBuffer: 20 });
  assert.ok(at(0) > at(3) && at(3) > at(8) && at(8) > at(30));
});

Deno.test("vusPr() has no answer without labels", () => {
  const label = new Uint8Array(3);
  assert.ok(Number.isNaN(vusPr([1, 2, 3], { label, maxBuffer: 2 })));
});

Deno.test("vusPr() ranks steps without a score last", () => {
  const label = Uint8Array.of(1, 0, 1, 0);
  const of = (none: number) =>
    vusPr([3, none, 2, none], { label, maxBuffer: 2 });
  assert.equal(of(NaN), of(-9));
});

const cases = fc.integer({ min: 2, max: 60 }).chain((steps) =>
  fc.record({
    score: fc.array(fc.integer({ min: 0, max: 9 }), {
      minLength: steps,
      maxLength: steps,
    }),
    label: fc.array(fc.integer({ min: 0, max: 1 }), {
      minLength: steps,
      maxLength: steps,
    }).filter((label) => label.includes(1)).map((label) =>
      Uint8Array.from(label)
    ),
    maxBuffer: fc.integer({ min: 0, max: 20 }),
  })
);

Deno.test("vusPr() depends on the order of scores only, and is at least 0", () => {
  fc.assert(fc.property(cases, ({ score, ...options }) => {
    const own = vusPr(score, options);
    assert.equal(vusPr(score.map((s) => Math.exp(s) - 3), options), own);
    assert.ok(own >= 0);
  }));
});
