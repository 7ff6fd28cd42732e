import assert from "node:assert/strict";
import type { LevelChange } from "@lib/detect/levels/level_change.ts";
import { nextAlarm, NO_ALARMS } from "@lib/detect/alarm_runs.ts";
import { parseAlarmBudget } from "@lib/detect/alarm_budget.ts";
import { findGaps } from "@lib/frame/gaps.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import { type MetricTable, stepTime } from "@lib/frame/metric_table.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { sliceSteps } from "@lib/frame/slice.ts";
import { alarmRule } from "@lib/pipeline/scoring/alarm_rule.ts";
import { rebaserOf } from "@lib/pipeline/scoring/rebase_table.ts";
import { scoreNext } from "@lib/pipeline/scoring/score_next.ts";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import { learn, trainingWindows } from "@lib/pipeline/training/learn.ts";
import { trainingDataOf } from "@lib/pipeline/training/read_training.ts";
import { engineOf } from "../support/engines.ts";
import { fc } from "../support/fast_check.ts";
import { COARSE_MS, movedTables } from "../support/moved_tables.ts";
import { metricTable } from "../support/metric_table.ts";
import { TOY_OPTIONS } from "../support/toy_windows.ts";

const WINDOW = 8;
const METRICS = ["cpu-user", "load-1m", "disk-io-time"].map(metricByName);
const WIDTH = METRICS.length;

const engine = await engineOf("simd");
const data = trainingDataOf(
  metricTable({
    metrics: METRICS,
    values: Array.from({ length: 700 * WIDTH }, (_, i) => {
      const [t, f] = [Math.floor(i / WIDTH), i % WIDTH];
      return 1 + Math.sin(t / (3 + 2 * f)) + (i * 7 % 11) / 30;
    }),
  }),
  WINDOW,
);
const { bytes, fitted } = await learn(data, {
  training: {
    windows: trainingWindows(data, WINDOW),
    options: { ...TOY_OPTIONS, hidden: 4, epochs: 2 },
  },
  engine,
  alarmBudget: parseAlarmBudget("24/day"),
  alarmTimes: { halfLife: null, mergeGap: null, minDuration: null },
});
const autoencoder = await engine.load(bytes);
globalThis.addEventListener("unload", () => autoencoder.dispose());

/** Values in and far out of range, cells without one, cells that were filled in. */
const cell = fc.oneof(
  { arbitrary: fc.double({ min: 0, max: 2, noNaN: true }), weight: 20 },
  { arbitrary: fc.double({ min: -50, max: 50, noNaN: true }), weight: 2 },
  { arbitrary: fc.constant(NaN), weight: 1 },
);
const tables = fc.integer({ min: WINDOW + 2, max: 90 }).chain((steps) => {
  const cells = { minLength: steps * WIDTH, maxLength: steps * WIDTH };
  return fc.tuple(
    fc.array(cell, cells),
    fc.array(fc.nat(5).map((n) => n === 0 ? 1 : 0), cells),
  ).map(([values, filled]): MetricTable => {
    // One whole window, so that there is something to score.
    const known = values.map((value, i) =>
      i < WINDOW * WIDTH && Number.isNaN(value) ? 1 : value
    );
    const table = metricTable({ metrics: METRICS, values: known });
    return {
      ...table,
      imputed: Uint8Array.from(filled),
      gaps: findGaps(table.values, WIDTH),
    };
  });
});
const times = fc.record({
  halfLifeMs: fc.constantFrom(0, 60_000, 120_000, 600_000),
  dampingHalfLifeMs: fc.constantFrom(60_000, 3_600_000, 86_400_000),
  mergeGapMs: fc.nat(4).map((steps) => steps * 60_000),
  minDurationMs: fc.nat(4).map((steps) => steps * 60_000),
});

/** Scores a table chunk by chunk, and tells of alarms as they become known. */
async function inChunks(
  table: MetricTable,
  { detector, sizes, threshold }: {
    readonly detector: typeof fitted;
    readonly sizes: readonly number[];
    readonly threshold: number;
  },
) {
  const score: number[] = [];
  const expected: number[] = [];
  const changes: LevelChange[] = [];
  const alarms = new Map<number, { start: string; end: string }>();
  const rebaser = rebaserOf({ detector, threshold });
  let alarm = NO_ALARMS;
  let done = 0;
  for (let k = 0; done < table.steps; k++) {
    const lead = Math.min(done, WINDOW - 1);
    const end = Math.min(table.steps, done + sizes[k % sizes.length]!);
    const next = await scoreNext({
      ...{ autoencoder, detector, lead, rebaser },
      table: sliceSteps(table, { start: done - lead, end }),
    });
    expected.push(...next.expected);
    changes.push(...next.changes);
    for (const known of next.score) {
      const step = score.push(known) - 1;
      alarm = nextAlarm(alarm, { step, score: score[step]! }, {
        ...{ threshold: 1, ...alarmRule(detector) },
      });
      if (!alarm.run) continue;
      const { start, end } = alarm.run;
      alarms.set(start, {
        start: isoTime(stepTime(table, start)),
        end: isoTime(stepTime(table, end - 1)),
      });
    }
    done = end;
  }
  return { score, expected, changes, alarms: [...alarms.values()] };
}

/** As bits, of which NaN has many. */
const bits = (values: Iterable<number>) =>
  Array.from(
    new Uint32Array(Float32Array.from(values).buffer),
    (bits) => (bits & 0x7fffffff) > 0x7f800000 ? "no score" : bits,
  );

Deno.test("a whole table, chunks of any size and single steps have the same scores and alarms, bit for bit", async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), {
    ...{ minLength: 1, maxLength: 5 },
  });
  let alarmed = 0;
  await fc.assert(
    fc.asyncProperty(tables, sizes, times, async (table, sizes, times) => {
      const detector = { ...fitted, ...times };
      const whole = await scoreTable(autoencoder, table, {
        ...{ detector, perDay: 24 },
      });
      const { value: threshold } = whole.threshold;
      const anomalies = whole.incidents
        .filter(({ kind }) => kind === "anomaly")
        .map(({ start, end }) => ({ start, end }));
      alarmed += anomalies.length;
      for (const some of [sizes, [1]]) {
        const chunked = await inChunks(table, {
          ...{ detector, sizes: some, threshold },
        });
        assert.deepEqual(bits(chunked.score), bits(whole.score));
        assert.deepEqual(bits(chunked.expected), bits(whole.expected));
        assert.deepEqual(chunked.alarms, anomalies);
      }
    }),
    { numRuns: 40 },
  );
  assert.ok(alarmed > 10, `${alarmed} incidents were compared`);
});

Deno.test("a step's score does not change when later steps change", async () => {
  const cut = fc.double({ min: 0.2, max: 0.95, noNaN: true });
  await fc.assert(
    fc.asyncProperty(tables, tables, cut, async (one, other, share) => {
      const steps = Math.min(one.steps, other.steps);
      const at = Math.max(WINDOW, Math.floor(share * steps));
      const cells = [at * WIDTH, steps * WIDTH] as const;
      const first = sliceSteps(one, { start: 0, end: steps });
      const [values, imputed] = [first.values.slice(), first.imputed.slice()];
      values.set(other.values.subarray(...cells), cells[0]);
      imputed.set(other.imputed.subarray(...cells), cells[0]);
      const changed = {
        ...{ ...first, values, imputed, gaps: findGaps(values, WIDTH) },
      };
      const options = { detector: fitted, perDay: 24 };
      const before = await scoreTable(autoencoder, first, options);
      const after = await scoreTable(autoencoder, changed, options);
      assert.deepEqual(
        bits(after.score.subarray(0, at)),
        bits(before.score.subarray(0, at)),
      );
    }),
    { numRuns: 30 },
  );
});

Deno.test("so they have where levels move, with the same changes", async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 200 }), {
    ...{ minLength: 1, maxLength: 5 },
  });
  const detector = {
    ...{ ...fitted, intervalMs: COARSE_MS, dampingHalfLifeMs: 7_200_000 },
  };
  const moved = movedTables({ metrics: METRICS, first: WINDOW });
  let withChanges = 0;
  await fc.assert(
    fc.asyncProperty(moved, sizes, async ({ table, cut }, sizes) => {
      const whole = await scoreTable(autoencoder, table, {
        ...{ detector, perDay: 24 },
      });
      if (whole.changes.length > 0) withChanges++;
      const { value: threshold } = whole.threshold;
      for (const some of [sizes, [1]]) {
        const chunked = await inChunks(table, {
          ...{ detector, sizes: some, threshold },
        });
        assert.deepEqual(bits(chunked.score), bits(whole.score));
        assert.deepEqual(bits(chunked.expected), bits(whole.expected));
        assert.deepEqual(chunked.changes, whole.changes);
      }
      const part = await scoreTable(
        autoencoder,
        sliceSteps(table, { start: 0, end: cut }),
        { detector, perDay: 24 },
      );
      assert.deepEqual(
        bits(part.score),
        bits(whole.score.subarray(0, cut)),
        "nothing later has a part in it",
      );
    }),
    { numRuns: 25 },
  );
  assert.ok(withChanges > 10, `${withChanges} tables had a change`);
});
