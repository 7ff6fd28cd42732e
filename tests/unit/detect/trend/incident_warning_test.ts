import assert from "node:assert/strict";
import { earlyWarning } from "@lib/detect/trend/early_warning.ts";
import { incidentWarning } from "@lib/detect/trend/incident_warning.ts";
import type { LimitedSeries } from "@lib/detect/trend/limited_series.ts";
import type { StepRange } from "@lib/frame/metric_table.ts";
import { seededRandom } from "@lib/model/random.ts";
import {
  autoregressive,
  minutes,
  WANDERS,
  withLeak,
} from "../../../../tools/warnings/wanders.ts";

const DAY = 1440;
const time = (step: number) => step * 60_000;

/** Five days, ten hours that would take a metric to its limit, a restart after nine, a day. */
const leak = { start: 5 * DAY, steps: 600 };
const restart = leak.start + 540;
const end = restart + DAY;
const noise = autoregressive(0.95, 0.02)(end, seededRandom(8));
const values = withLeak(noise.slice(), leak)
  .map((value, t) => t < restart ? value : noise[t]!);
const series = minutes(values);

const warned = (range: StepRange, of: LimitedSeries = series) =>
  incidentWarning(of, { warn: earlyWarning(of), range, looks: "all along" });

Deno.test("incidentWarning() tells of a leak that a restart ended, though the data go on", () => {
  const range = { start: leak.start + 20, end: end - 60 };
  const warning = warned(range)!;
  const known = Date.parse(warning.knownAt);
  assert.ok(
    known > time(range.start) && known < time(restart),
    warning.knownAt,
  );
  assert.ok(Date.parse(warning.standingSince) <= known);
  const [early, late] = warning.interval.map(Date.parse);
  const truth = time(leak.start + leak.steps);
  assert.ok(early! <= truth && truth <= late!, warning.interval.join());
  const { kind, nearest, nearestAt } = warning.outcome;
  assert.equal(kind, "turned");
  assert.equal(Math.fround(nearest), Math.min(...values));
  assert.ok(Math.abs(Date.parse(nearestAt) - time(restart)) < time(30));
});

Deno.test("incidentWarning() knows nothing later than its look but what came", () => {
  const range = { start: leak.start + 20, end: end - 60 };
  const { outcome, ...whole } = warned(range)!;
  const step = Date.parse(whole.knownAt) / 60_000 + 1;
  const cut = { ...series, left: series.left.slice(0, step) };
  const { outcome: open, ...known } = warned(range, cut)!;
  assert.deepEqual(known, whole);
  assert.deepEqual([outcome.kind, open.kind], ["turned", "open"]);
});

Deno.test("incidentWarning() of what stood when the incident began is from the step before", () => {
  const start = leak.start + 400;
  const warning = warned({ start, end: start + 5 })!;
  assert.equal(Date.parse(warning.knownAt), time(start - 1));
  const { knownAt: _, outcome: __, ...told } = warning;
  assert.deepEqual(told, earlyWarning(series)(start));
});

Deno.test("incidentWarning() says that the limit was reached, and when first", () => {
  const gone = withLeak(noise.slice(), leak);
  const start = leak.start + 400;
  const { outcome } = warned({ start, end: start + 5 }, minutes(gone))!;
  assert.deepEqual(outcome, {
    kind: "reached",
    nearest: gone.find((value) => value <= 0),
    nearestAt: new Date(time(gone.findIndex((value) => value <= 0)))
      .toISOString().replace(".000Z", "Z"),
  });
});

Deno.test("incidentWarning() of an outage looks only at what came before", () => {
  const range = { start: leak.start + 20, end: restart };
  const warn = earlyWarning(series);
  assert.equal(
    incidentWarning(series, { warn, range, looks: "at the start" }),
    null,
  );
});

Deno.test("incidentWarning() passes over what would run out later than a day", () => {
  const slow = { start: 5 * DAY, steps: 3 * DAY };
  const steps = slow.start + 1.2 * DAY;
  const disk = minutes(
    withLeak(autoregressive(0.9, 0.01)(steps, seededRandom(2)), slow),
  );
  assert.ok(earlyWarning(disk)(steps) !== null, "it is warned of");
  assert.equal(warned({ start: steps - 30, end: steps }, disk), null);
});

Deno.test("incidentWarning() is silent in long incidents of what only wanders", () => {
  const random = seededRandom(4);
  let [told, looked] = [0, 0];
  for (const wander of Object.values(WANDERS)) {
    for (let run = 0; run < 2; run++) {
      const of = minutes(wander(5 * DAY, random));
      const range = { start: 4 * DAY, end: 4 * DAY + 360 };
      if (warned(range, { ...of, abnormal: [range] })) told++;
      looked++;
    }
  }
  assert.ok(told <= 1, `${told} of ${looked}`);
});
