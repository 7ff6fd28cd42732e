import assert from "node:assert/strict";
import { parseAlarmBudget } from "@lib/detect/alarm_budget.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { evaluationOf } from "@lib/pipeline/scoring/evaluation_of.ts";
import { thresholdFor } from "@lib/pipeline/scoring/score_table.ts";
import type { ScoredTable } from "@lib/pipeline/scoring/score_table.ts";
import { metricTable } from "../../../support/metric_table.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

const DAY = 1440;
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);

/** So many days with so many alarms of five minutes in each. */
function evaluated(perDay: number, budget: string, minDurationMs = MINUTE) {
  const days = 10;
  const score = new Float32Array(days * DAY).fill(0.2);
  const incidents = Array.from({ length: days * perDay }, (_, i) => {
    const start = 100 + Math.floor(i * DAY / perDay);
    score.fill(2, start, start + 5);
    const time = (step: number) => isoTime(START + step * MINUTE);
    return {
      ...{ id: String(i), kind: "anomaly", contributions: [] },
      ...{ start: time(start), end: time(start + 4) },
    };
  });
  const normal = Float32Array.from(
    { length: 3 * DAY },
    (_, t) => (t * 37 % 101) / 100 + (t % 500 === 0 ? 1 : 0),
  );
  const detector = {
    ...{ ...SAMPLE_DETECTOR, minDurationMs },
    calibrationScore: [...normal],
  };
  const { perDay: asked } = parseAlarmBudget(budget);
  const threshold = thresholdFor(detector, asked);
  const scored = {
    ...{ score, incidents, threshold, errors: score, moves: [] },
    table: metricTable({
      metrics: [metricByName("cpu-user")],
      values: Array.from(score),
    }),
  } as unknown as ScoredTable; // the rest plays no part
  return evaluationOf(scored, {
    detector,
    movedConstants: [],
    earlyWarnings: [],
    budget: { text: budget, perDay: asked },
    labels: [{
      ...{ startMs: START + 99 * MINUTE, endMs: START + 104 * MINUTE },
      ...{ features: [], note: "" },
    }],
  });
}

Deno.test("evaluationOf() says what a budget brings, what is expected, and where what was seen stands", () => {
  const standing = [0, 1, 2].map((perDay) => evaluated(perDay, "1/day").rates);
  // scipy.stats.poisson.interval(0.95, 10) = (4, 17)
  assert.deepEqual(standing.map(({ allowed }) => allowed), [
    ...[[4, 17], [4, 17], [4, 17]],
  ]);
  assert.deepEqual(
    standing.map(({ incidents, standing }) => [incidents, standing]),
    [[0, "below"], [10, "within"], [20, "above"]],
  );
  assert.equal(standing[1]!.expectedPerDay, standing[1]!.calibrationPerDay);
});

Deno.test("evaluationOf() warns where the history is too short for the budget, and says how sure the threshold is", () => {
  const { budget, thresholds, rates } = evaluated(1, "1/week");
  assert.match(budget.warning ?? "", /fitted on 3 d .* hold 1\/week alarms/);
  assert.equal(thresholds.days, 3);
  assert.equal(thresholds.extrapolated, true);
  const [low = NaN, high = NaN] = thresholds.interval ?? [];
  assert.ok(low < high && low > 0);
  assert.ok(rates.expectedPerDay > 0 && rates.expectedPerDay <= 1 / 7 + 1e-9);
  assert.equal(rates.calibrationPerDay, 0);
  const held = evaluated(1, "1/day");
  assert.equal(held.budget.warning, null);
  assert.equal(held.thresholds.interval, null);
});

Deno.test("evaluationOf() counts a minimum duration in the delay of a found event", () => {
  const delay = (ms: number) =>
    evaluated(1, "1/day", ms).labels?.perEvent[0]?.delaySeconds;
  assert.deepEqual([MINUTE, 4 * MINUTE].map(delay), [60, 240]);
});
