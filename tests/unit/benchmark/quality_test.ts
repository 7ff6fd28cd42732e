import assert from "node:assert/strict";
import { meanOf } from "@lib/benchmark/mean_of.ts";
import { qualityOf } from "@lib/benchmark/quality.ts";
import { peerSeries, TEST_STEPS } from "../../support/peer_series.ts";

const machine = peerSeries("unit");
const judgement = {
  score: Float32Array.from({ length: TEST_STEPS }, (_, t) => {
    if (t < 5) return NaN;
    // one event in full, one false alarm, one event late and lower
    return t >= 30 && t < 40 ? 3 : t === 60 ? 2 : t >= 90 ? 1.5 : 0;
  }),
  threshold: 1,
  mergeGapSteps: 5,
  thresholdAt: (perDay: number) => perDay < 1 ? 2.5 : perDay < 2 ? 1.9 : 1,
  rank: () => ["metric-2", "metric-1", "metric-0", "metric-3"],
};
const days = TEST_STEPS / 1440;

Deno.test("qualityOf() measures alarms at the recipe's own threshold, and causes", () => {
  const { quality } = qualityOf(machine, judgement, { seconds: 2 });
  assert.equal(quality.eventRecall, 1);
  assert.equal(quality.falseAlarmsPerDay, 1 / days);
  assert.equal(quality.medianDelaySteps, 5);
  assert.equal(quality.hitRate100, 0.5);
  assert.equal(quality.top1, 0.5);
  assert.equal(quality.seconds, 2);
  assert.ok(quality.vusPr! > 0.7 && quality.vusPr! < 1);
  assert.ok(quality.aucPr! > 0.7 && quality.aucPr! < 1);
});

Deno.test("qualityOf() measures alarms at each budget's threshold", () => {
  const { atBudget } = qualityOf(machine, judgement, { seconds: 2 });
  assert.deepEqual(atBudget, {
    "1/week": { eventRecall: 0.5, falseAlarmsPerDay: 0 },
    "1/day": { eventRecall: 0.5, falseAlarmsPerDay: 1 / days },
    "2/day": { eventRecall: 1, falseAlarmsPerDay: 1 / days },
  });
});

Deno.test("qualityOf() takes a score that equals the threshold for an alarm, in float64 too", () => {
  const score = Float64Array.from(judgement.score, (s) => s * 1.1);
  const { quality } = qualityOf(
    machine,
    { ...judgement, score, threshold: 3 * 1.1 },
    { seconds: 1 },
  );
  assert.equal(quality.eventRecall, 0.5);
});

Deno.test("qualityOf() has null for what cannot be measured", () => {
  const bare = { ...machine, events: [], incidents: null };
  const { quality } = qualityOf(bare, judgement, { seconds: 1 });
  const { vusPr, aucPr, eventRecall, hitRate100, falseAlarmsPerDay } = quality;
  assert.deepEqual([vusPr, aucPr, eventRecall, hitRate100], [
    ...[null, null, null, null],
  ]);
  assert.equal(falseAlarmsPerDay, 3 / days);
});

Deno.test("qualityOf() blames server-up first where nobody could read the server", () => {
  const incidents = [
    { range: { start: 30, end: 40 }, causes: ["metric-2"] },
    { range: { start: 59, end: 62 }, causes: ["server-up"] },
  ];
  const of = (outages: typeof machine.outages) =>
    qualityOf({ ...machine, incidents, outages }, judgement, { seconds: 1 })
      .quality.top1;
  assert.equal(of([{ start: 61, end: 70 }]), 1);
  assert.equal(of([{ start: 62, end: 70 }]), 0.5);
});

Deno.test("qualityOf() compares alarms in time without a label with a budget of 1 a day", () => {
  // 70 steps without a label are 20 days.
  const test = { ...machine.test, intervalMs: 20 * 86_400_000 / 70 };
  const slow = { ...machine, test, days: TEST_STEPS * 20 / 70 };
  const of = (alarms: number) => {
    const score = new Float32Array(TEST_STEPS);
    for (let t = 0, left = alarms; left > 0; t += 2) {
      if (machine.label[t] === 0) [score[t], left] = [2, left - 1];
    }
    return qualityOf(slow, {
      ...{ ...judgement, score, mergeGapSteps: 0, thresholdAt: () => 1 },
    }, { seconds: 1 }).quality;
  };
  assert.equal(of(10).quietAlarmsPerDay, 0.5);
  // scipy.stats.poisson.interval(0.95, 20) = (12, 29)
  const all = [11, 12, 29, 30].map(of);
  assert.deepEqual(all.map((one) => one.insideBudget), [0, 1, 1, 0]);
  assert.deepEqual(all.map((one) => one.aboveBudget), [0, 0, 0, 1]);
});

Deno.test("meanOf() passes over null", () => {
  assert.deepEqual(
    meanOf([{ a: 1, b: null, c: null }, { a: 2, b: 4, c: null }]),
    { a: 1.5, b: 4, c: null },
  );
});

Deno.test("qualityOf() leaves maintenance out: no false alarm in it, no step of it ranked, no day of it counted", () => {
  const maintenance = new Uint8Array(TEST_STEPS).fill(1, 58, 63);
  const days = (TEST_STEPS - 5) / 1440;
  const { quality } = qualityOf(
    { ...machine, maintenance, days },
    judgement,
    { seconds: 1 },
  );
  assert.equal(quality.falseAlarmsPerDay, 0);
  assert.equal(quality.eventRecall, 1);
  // What was not judged may be anything, and is not seen by measures of points.
  const score = judgement.score.slice().fill(99, 58, 63);
  const wild = qualityOf(
    { ...machine, maintenance, days },
    { ...judgement, score },
    { seconds: 1 },
  ).quality;
  assert.equal(wild.aucPr, quality.aucPr);
  assert.equal(wild.vusPr, quality.vusPr);
  const all = qualityOf(machine, { ...judgement, score }, { seconds: 1 });
  assert.ok(all.quality.aucPr! < wild.aucPr!);
});
