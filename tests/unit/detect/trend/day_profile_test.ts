import assert from "node:assert/strict";
import { dayProfile } from "@lib/detect/trend/day_profile.ts";

const DAY = 288;
const rhythm = (t: number) => 10 * Math.sin(2 * Math.PI * t / DAY);
const series = (days: number, valueAt: (t: number) => number) =>
  Float32Array.from({ length: days * DAY }, (_, t) => valueAt(t));
const morning = { start: 5 * DAY - 72, end: 5 * DAY };
const options = { range: morning, block: 6, day: DAY };
const middleOf = (block: number) => morning.start + 6 * block + 2.5;

Deno.test("dayProfile() is the shape of the same hours of the days before", () => {
  const profile = dayProfile(series(5, rhythm), options)!;
  assert.equal(profile.length, 12);
  const rise = profile[11]! - profile[0]!;
  const truth = rhythm(middleOf(11)) - rhythm(middleOf(0));
  assert.ok(Math.abs(rise - truth) < 0.3, `${rise} ${truth}`);
});

Deno.test("dayProfile() does not hold what changes from day to day", () => {
  const leaking = (t: number) => rhythm(t) - t / 3;
  const [plain, leak] = [rhythm, leaking].map((valueAt) =>
    dayProfile(series(5, valueAt), options)!
  );
  plain!.forEach((value, i) => assert.ok(Math.abs(value - leak![i]!) < 0.01));
});

Deno.test("dayProfile() takes one step between days for no drift", () => {
  const plain = dayProfile(series(5, rhythm), options)!;
  const step = (t: number) => rhythm(t) - (t < 2 * DAY ? 0 : 30);
  const stepped = dayProfile(series(5, step), options)!;
  const most = Math.max(
    ...plain.map((value, i) => Math.abs(value - stepped[i]!)),
  );
  assert.ok(most < 0.01, `${most}`);
});

Deno.test("dayProfile() does not see today, and passes over one odd day of the others", () => {
  const plain = dayProfile(series(5, rhythm), options)!;
  const odd = dayProfile(
    series(5, (t) => {
      if (t >= morning.start) return -999;
      return t >= morning.start - DAY && t < morning.end - DAY
        ? 40 * (t % 3)
        : rhythm(t);
    }),
    options,
  )!;
  const most = Math.max(...plain.map((value, i) => Math.abs(value - odd[i]!)));
  assert.ok(most < 1, `${most}`);
});

Deno.test("dayProfile() is null where fewer than three days before were measured", () => {
  const before = series(3, rhythm);
  const range = { start: 3 * DAY - 72, end: 3 * DAY };
  assert.equal(dayProfile(before, { ...options, range }), null);
  const gap = series(5, rhythm).fill(NaN, 2 * DAY, 4 * DAY);
  assert.equal(dayProfile(gap, options), null);
});
