import assert from "node:assert/strict";
import { farSteps } from "@lib/detect/gross/far_steps.ts";
import { seededRandom } from "@lib/model/random.ts";
import { fc } from "../../../support/fast_check.ts";

const MINUTE = 60_000;
const DAY = 1440;

/** Days of a load that follows the day, with noise: from about 1.5 to 4.5. */
function load(days: number): Float32Array {
  const random = seededRandom(7);
  return Float32Array.from(
    { length: days * DAY },
    (_, t) => 3 + Math.sin(t * 2 * Math.PI / DAY) + (random() - 0.5),
  );
}

const filled = (
  column: Float32Array,
  value: number,
  ...ranges: readonly (readonly [start: number, end: number])[]
) => {
  ranges.forEach(([start, end]) => column.fill(value, start, end));
  return column;
};

Deno.test("farSteps() finds nothing on days that are like one another", () => {
  assert.deepEqual(farSteps(load(7), MINUTE), []);
});

Deno.test("farSteps() finds a spike of fifty times the usual value", () => {
  const spiked = filled(load(7), 150, [5000, 5003]);
  assert.deepEqual(farSteps(spiked, MINUTE), [{ start: 5000, end: 5003 }]);
});

Deno.test("farSteps() finds half a day of saturation in three days, a sixth of the time", () => {
  const saturated = filled(load(3), 32, [2000, 2720]);
  assert.deepEqual(farSteps(saturated, MINUTE), [{ start: 2000, end: 2720 }]);
});

Deno.test("farSteps() finds a metric that fell far below", () => {
  const fallen = filled(load(4), -40, [3000, 3060]);
  assert.deepEqual(farSteps(fallen, MINUTE), [{ start: 3000, end: 3060 }]);
});

Deno.test("farSteps() takes a backup every night for usual, however high it stands", () => {
  const nights = Array.from({ length: 7 }, (_, day) => day * DAY + 120);
  const backups = nights.map((at) => [at, at + 20] as const);
  assert.deepEqual(farSteps(filled(load(7), 150, ...backups), MINUTE), []);
  // Half an hour later the second night, and only two nights.
  const two = filled(load(2), 150, [120, 140], [DAY + 150, DAY + 170]);
  assert.deepEqual(farSteps(two, MINUTE), []);
});

Deno.test("farSteps() takes a weekly job for usual once it has come twice", () => {
  const once = filled(load(8), 150, [2 * DAY, 2 * DAY + 60]);
  const twice = filled(load(10), 150, [2 * DAY, 2 * DAY + 60], [
    9 * DAY,
    9 * DAY + 60,
  ]);
  assert.deepEqual([farSteps(once, MINUTE).length, farSteps(twice, MINUTE)], [
    1,
    [],
  ]);
});

const at = (day: number, minute: number, length: number) =>
  [day * DAY + minute, day * DAY + minute + length] as const;

Deno.test("farSteps() takes what lasted on three occasions for usual, on two not", () => {
  const two = [at(1, 100, 90), at(3, 500, 90)];
  assert.deepEqual(
    farSteps(filled(load(7), 150, ...two), MINUTE).map(({ start }) => start),
    [DAY + 100, 3 * DAY + 500],
  );
  const three = filled(load(7), 150, ...two, at(5, 900, 90));
  assert.deepEqual(farSteps(three, MINUTE), []);
});

Deno.test("farSteps() takes a spike for usual where anything else came near a fifth of it", () => {
  const spikes = (other: number) =>
    farSteps(
      filled(
        filled(load(7), 150, at(1, 100, 5)),
        other,
        at(3, 500, 5),
      ),
      MINUTE,
    );
  assert.deepEqual(spikes(40), []);
  assert.deepEqual(spikes(20), [{ start: DAY + 100, end: DAY + 105 }]);
  // What lasts counts from half of it on.
  const lasting = (other: number) =>
    farSteps(
      filled(
        filled(load(7), 150, at(1, 100, 60)),
        other,
        ...[at(3, 500, 5), at(5, 900, 5)],
      ),
      MINUTE,
    ).length;
  assert.deepEqual([lasting(90), lasting(60)], [0, 1]);
});

Deno.test("farSteps() takes heavy tails for usual", () => {
  // Bursts at any time, a few a day, each of another height.
  const random = seededRandom(3);
  const bursts = Array.from({ length: 40 }, () => Math.floor(random() * 9900));
  const column = load(7);
  for (const at of bursts) {
    column.fill(20 + 100 * random() ** 2, at, at + 3);
  }
  assert.deepEqual(farSteps(column, MINUTE), []);
});

Deno.test("farSteps() says nothing of a metric that hardly ever moves, nor of less than two days", () => {
  const still = filled(new Float32Array(7 * DAY), 9, [3000, 3010]);
  assert.deepEqual(farSteps(still, MINUTE), []);
  const short = filled(load(2).slice(1), 150, [500, 503]);
  assert.deepEqual(farSteps(short, MINUTE), []);
});

Deno.test("farSteps() finds the fifty highest of a noisy half day, for its cost", () => {
  const column = load(7);
  for (let spike = 0; spike < 52; spike++) {
    column[5000 + 13 * spike] = 200 - spike;
  }
  const found = farSteps(column, MINUTE);
  assert.equal(found.length, 50);
  assert.equal(found.at(-1)?.start, 5000 + 13 * 49);
});

Deno.test("farSteps() does not call gross what lasts more than a day", () => {
  const moved = filled(load(10), 60, [4000, 4000 + DAY + 20]);
  assert.deepEqual(farSteps(moved, MINUTE), []);
});

Deno.test("farSteps() passes over missing values and depends on no scale", () => {
  const column = filled(load(7), 150, [5000, 5003]);
  column.fill(NaN, 100, 400);
  const scales = fc.tuple(
    fc.constantFrom(1e-6, 1, 1024, 2 ** 30),
    fc.constantFrom(-100, 0, 5),
  );
  fc.assert(
    fc.property(scales, ([times, more]) => {
      const scaled = column.map((value) => (value + more) * times);
      assert.deepEqual(farSteps(scaled, MINUTE), [{ start: 5000, end: 5003 }]);
    }),
    { numRuns: 12 },
  );
  const nothing = new Float32Array(7 * DAY).fill(NaN);
  assert.deepEqual(farSteps(nothing, MINUTE), []);
});
