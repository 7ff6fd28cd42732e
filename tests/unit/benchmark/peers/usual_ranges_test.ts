import assert from "node:assert/strict";
import { fitUsualRanges } from "@lib/benchmark/peers/usual_ranges.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { metricTable } from "../../../support/metric_table.ts";

/** A table of one metric. */
function table(values: readonly number[]) {
  return metricTable({ metrics: [metricByName("load-1m")], values });
}

/** From 0 to 100: usually from 1 to 99, so that a width is 98. */
const toOutside = fitUsualRanges(
  table(Array.from({ length: 101 }, (_, t) => t)),
);

const CASES = [
  { value: 1, outside: 0 },
  { value: 50, outside: 0 },
  { value: 99, outside: 0 },
  { value: 148, outside: 0.5 },
  { value: -97, outside: 1 },
  { value: 1e6, outside: 20 },
  { value: NaN, outside: 0 },
];

for (const { value, outside } of CASES) {
  Deno.test(`fitUsualRanges() says that ${value} is ${outside} widths outside`, () => {
    assert.deepEqual([...toOutside(table([value]))], [outside]);
  });
}

Deno.test("fitUsualRanges() keeps a width for what hardly ever moves", () => {
  const rare = Array.from({ length: 201 }, (_, t) => t === 7 ? 103 : 3);
  const [outside] = fitUsualRanges(table(rare))(table([8]));
  assert.equal(outside, 1); // 5 % of 100
});
