import assert from "node:assert/strict";
import { courseOf } from "@lib/detect/levels/course_of.ts";
import { uniform } from "../../../support/sample_series.ts";

const DAY = 480;
const outside = { start: DAY, end: 2 * DAY };
const noise = Float64Array.from({ length: 2 * DAY }, uniform(7));
const course = (
  valueAt: (t: number) => number,
  { by = 1, from = DAY } = {},
) =>
  courseOf({
    ...{ outside: { ...outside, start: from }, by },
    valueAt: (t) => valueAt(t) + 0.2 * noise[t]!,
  });

Deno.test("courseOf() says that what steps up or down stays, under a daily rhythm too", () => {
  const rhythm = (t: number) => Math.sin(2 * Math.PI * t / DAY);
  for (const by of [1, -1]) {
    const step = (t: number) => t < DAY ? 0 : by;
    assert.equal(course(step, { by }), "stays");
    for (let size = -2; size <= 2; size += 0.1) {
      const both = (t: number) => step(t) + size * rhythm(t);
      assert.equal(course(both, { by }), "stays", `${by}, ${size}`);
    }
  }
});

Deno.test("courseOf() says that a slow climb or fall goes on, also where nothing is known of before", () => {
  assert.equal(course((t) => t / DAY), "goes on");
  assert.equal(course((t) => -t / DAY, { by: -1 }), "goes on");
  assert.equal(course((t) => t / DAY, { from: 0 }), "goes on");
  assert.equal(course(() => 0, { from: 0 }), "stays");
});

Deno.test("courseOf() calls no trend what climbs against the move", () => {
  assert.equal(course((t) => t / DAY, { by: -1 }), "stays");
});

Deno.test("courseOf() knows a counter, with steps that were not measured and few that stand still", () => {
  const counter = (valueAt: (t: number) => number) =>
    courseOf({ outside, by: DAY, valueAt });
  assert.equal(counter((t) => t), "counter");
  assert.equal(counter((t) => t % 20 === 0 ? NaN : t), "counter");
  assert.equal(counter((t) => t - (t % 20 === 0 ? 1 : 0)), "counter");
  // Before that it may have been set back.
  assert.equal(counter((t) => t < DAY ? 1e6 + t : t), "counter");
  assert.notEqual(counter((t) => Math.floor(t / 2)), "counter");
  assert.notEqual(counter((t) => t - (t === 700 ? 9 : 0)), "counter");
  assert.notEqual(counter(() => 1), "counter");
});
