import assert from "node:assert/strict";
import { rhythm } from "@lib/frame/rhythm.ts";

const MINUTE = 60_000;
const series = (length: number, at: (t: number) => number) =>
  Float32Array.from({ length }, (_, t) => at(t));
/** Noise in [0, 1) that is the same in every run. */
const noise = (t: number) => (Math.sin(t * 12.9898) + 1) * 43758.5453 % 1;

Deno.test("rhythm() finds the period of a job under noise", () => {
  const values = series(600, (t) => (t % 45 < 5 ? 3 : 0) + noise(t));
  const { period } = rhythm(values, MINUTE);
  assert.ok(
    period && Math.abs(period.ms - 45 * MINUTE) <= MINUTE,
    `${period?.ms}`,
  );
  assert.ok(period.correlation > 0.7 && period.correlation <= 1);
});

Deno.test("rhythm() finds the day in weeks of minutes, averaged to fewer points", () => {
  const day = 24 * 60;
  const values = series(14 * day, (t) => Math.sin((2 * Math.PI * t) / day));
  const { period, lagMs, byLag } = rhythm(values, MINUTE);
  assert.equal(lagMs, 11 * MINUTE);
  assert.ok(byLag.length < 700);
  assert.ok(
    period && Math.abs(period.ms - day * MINUTE) <= lagMs,
    `${period?.ms}`,
  );
});

Deno.test("rhythm() finds none in a slow change, in noise, in a constant, in nothing", () => {
  const cases = {
    trend: series(300, (t) => t),
    noise: series(300, noise),
    constant: series(300, () => 4),
    missing: series(300, () => NaN),
    empty: series(0, () => 0),
    short: series(2, (t) => t),
  };
  for (const [name, values] of Object.entries(cases)) {
    assert.equal(rhythm(values, MINUTE).period, null, name);
  }
});

Deno.test("rhythm() sees through gaps", () => {
  const values = series(
    400,
    (t) => t > 100 && t < 160 ? NaN : t % 20 === 0 ? 1 : 0,
  );
  assert.equal(rhythm(values, MINUTE).period?.ms, 20 * MINUTE);
});

Deno.test("rhythm() believes only what it has seen three times", () => {
  const values = series(50, (t) => Math.sin((2 * Math.PI * t) / 25));
  assert.equal(rhythm(values, MINUTE).period, null);
});

Deno.test("rhythm() takes the period, not a multiple of it that fits a little better", () => {
  const values = series(
    400,
    (t) => (t % 20 === 0 ? 1 : 0) + (t % 40 === 0 ? 0.2 : 0),
  );
  assert.equal(rhythm(values, MINUTE).period?.ms, 20 * MINUTE);
  const other = series(400, (t) => t % 40 === 0 ? 1 : t % 40 === 20 ? 0.1 : 0);
  assert.equal(rhythm(other, MINUTE).period?.ms, 40 * MINUTE);
});
