import assert from "node:assert/strict";
import { earlyWarning } from "@lib/detect/trend/early_warning.ts";
import { seededRandom } from "@lib/model/random.ts";
import {
  autoregressive,
  dailySine,
  minutes,
  withLeak,
} from "../../../../tools/warnings/wanders.ts";

const DAY = 1440;
const HOUR = 60;
const random = seededRandom(5);
const time = (step: number) => (step - 1) * 60_000;
const quiet = autoregressive(0.95, 0.02);

/** Five days, then a leak that takes ten hours, known for five of them. */
const leak = { start: 5 * DAY, steps: 10 * HOUR };
const now = leak.start + 5 * HOUR + 30;
const leaking = minutes(withLeak(quiet(now, random), leak));

Deno.test("earlyWarning() tells what runs out, when, and since when it could be known", () => {
  const warning = earlyWarning(leaking)(now);
  assert.ok(warning !== null);
  const { feature, side, limit, level, slopePerDay, slopeInterval } = warning;
  assert.deepEqual([feature, side, limit], ["metric", "floor", 0]);
  assert.ok(Math.abs(level - 0.45) < 0.05, `level ${level}`);
  assert.ok(Math.abs(slopePerDay + 2.4) < 0.2, `slope ${slopePerDay}`);
  const [low, high] = slopeInterval;
  assert.ok(low < slopePerDay && slopePerDay < high && high < 0);
  const [early, late] = warning.interval.map(Date.parse);
  const exhausted = Date.parse(warning.exhaustedAt);
  assert.ok(early! < exhausted && exhausted < late!);
  const truth = time(leak.start + leak.steps);
  assert.ok(early! <= truth && truth <= late!, warning.interval.join());
  const [since, standing] = [warning.since, warning.standingSince]
    .map(Date.parse);
  assert.equal(since, time(now) - warning.lookBackMs);
  assert.ok(standing! > time(leak.start), "not before the leak");
  assert.ok(standing! < time(now - HOUR), "but well before now");
});

Deno.test("earlyWarning() is silent before the leak, and where it is over", () => {
  const warn = earlyWarning(leaking);
  for (let until = HOUR; until <= leak.start; until += 5 * HOUR) {
    assert.equal(warn(until), null, `${until}`);
  }
  const over = leaking.left.map((value, t) => t < now - 40 ? value : 1);
  assert.equal(earlyWarning({ ...leaking, left: over })(now), null);
});

Deno.test("earlyWarning() knows nothing of what comes later", () => {
  const later = Float32Array.from([...leaking.left, ...quiet(DAY, random)]);
  assert.deepEqual(
    earlyWarning({ ...leaking, left: later })(now),
    earlyWarning(leaking)(now),
  );
});

Deno.test("earlyWarning() of a ceiling is that of a floor, upside down", () => {
  const floor = earlyWarning(leaking)(now)!;
  const ceiling = earlyWarning({ ...leaking, limit: 100, side: "ceiling" })(
    now,
  )!;
  assert.ok(Math.abs(ceiling.level - (100 - floor.level)) < 1e-9);
  assert.equal(ceiling.slopePerDay, -floor.slopePerDay);
  assert.deepEqual(
    ceiling.slopeInterval,
    floor.slopeInterval.map((slope) => -slope).reverse(),
  );
  assert.equal(ceiling.exhaustedAt, floor.exhaustedAt);
});

Deno.test("earlyWarning() finds a slow leak under a daily rhythm, over days", () => {
  const slow = { start: 3 * DAY, steps: 20 * DAY };
  const until = 13 * DAY;
  const values = withLeak(dailySine(0.2, 0.02)(until, random), slow);
  const warning = earlyWarning(minutes(values))(until)!;
  assert.equal(warning.lookBackMs, 7 * 86_400_000);
  const [early, late] = warning.interval.map(Date.parse);
  // The rhythm moves the moment by the hours that the leak takes for its swing.
  const room = 0.2 * slow.steps * 60_000;
  const truth = time(slow.start + slow.steps);
  assert.ok(early! - room < truth && truth < late! + room);
});

Deno.test("earlyWarning() does not take the daily rhythm for a part of a leak", () => {
  const start = 5 * DAY + 8 * HOUR;
  const until = 5 * DAY + 15 * HOUR;
  // It falls fastest at noon, by 0.63 a day.
  const values = quiet(until, random).map((value, t) =>
    value + 0.1 * Math.sin(2 * Math.PI * t / DAY)
  );
  const fast = minutes(withLeak(values, { start, steps: 14 * HOUR }));
  const warning = earlyWarning(fast)(until)!;
  assert.equal(warning.lookBackMs, 6 * 3_600_000);
  const truth = -24 / 14;
  assert.ok(Math.abs(warning.slopePerDay - truth) < 0.15, `${truth}`);
});

Deno.test("earlyWarning() is silent where the metric was before, unless it was in an incident", () => {
  const before = leaking.left.slice();
  before.fill(0.2, 2 * DAY, 2 * DAY + 3 * HOUR);
  assert.equal(earlyWarning({ ...leaking, left: before })(now), null);
  const abnormal = [{ start: 2 * DAY, end: 2 * DAY + 3 * HOUR }];
  const known = { ...leaking, left: before, abnormal };
  assert.ok(earlyWarning(known)(now) !== null);
});

Deno.test("earlyWarning() says sooner where a leak speeds up", () => {
  const slow = { start: 0, steps: 30 * DAY };
  const until = 10 * DAY;
  const fast = { start: until - 80, steps: 3 * HOUR };
  const values = withLeak(withLeak(quiet(until, random), slow), fast);
  const warning = earlyWarning(minutes(values))(until)!;
  assert.equal(warning.lookBackMs, HOUR * 60_000);
});

Deno.test("earlyWarning() looks over gaps, and is silent where too much is missing", () => {
  const some = leaking.left.map((value, t) => t % 7 < 2 ? NaN : value);
  assert.ok(earlyWarning({ ...leaking, left: some })(now) !== null);
  const most = leaking.left.map((value, t) => t % 7 < 4 ? NaN : value);
  assert.equal(earlyWarning({ ...leaking, left: most })(now), null);
  const none = leaking.left.map(() => NaN);
  assert.equal(earlyWarning({ ...leaking, left: none })(now), null);
});

Deno.test("earlyWarning() is silent where nothing is left already", () => {
  const gone = leaking.left.map((value, t) => t < now - 3 ? value : 0);
  assert.equal(earlyWarning({ ...leaking, left: gone })(now), null);
});

Deno.test("earlyWarning() looks at steps of any length", () => {
  const every = (seconds: number) => {
    const size = seconds / 60;
    const left = Float32Array.from(
      { length: Math.floor(now / size) },
      (_, t) => leaking.left[Math.floor(t * size)]!,
    );
    const series = { ...leaking, left, intervalMs: 1000 * seconds };
    return earlyWarning(series)(left.length);
  };
  for (const seconds of [5, 15, 300, 900]) {
    assert.ok(every(seconds) !== null, `${seconds} s`);
  }
});
