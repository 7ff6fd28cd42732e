import assert from "node:assert/strict";
import { outOfTrainingRange } from "@lib/report/training_range.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const input = sampleReportInput({ steps: 240, incidents: 0 });

const within = (ranges: typeof input.training.ranges) =>
  outOfTrainingRange({ ...input, training: { ...input.training, ranges } });

Deno.test("outOfTrainingRange() counts values beyond either end", () => {
  const values = new Float32Array(input.table.values.length).fill(NaN);
  const width = input.table.metrics.length;
  for (const [t, value] of [1, 2, 3, 4].entries()) values[t * width] = value;
  const found = outOfTrainingRange({
    ...input,
    table: { ...input.table, values },
    training: {
      ...input.training,
      ranges: [{ feature: "cpu-user", min: 2, max: 3 }],
    },
  });
  assert.deepEqual(found, [
    { feature: "cpu-user", unit: "cores", learned: [2, 3], share: 0.5 },
  ]);
});

Deno.test("outOfTrainingRange() takes an end as inside, also after rounding to float32", () => {
  const { values, metrics } = input.table;
  const column = values.filter((value, at) =>
    at % metrics.length === 0 && !Number.isNaN(value)
  );
  const min = Math.min(...column);
  const max = Math.max(...column);
  assert.deepEqual(within([{ feature: "cpu-user", min, max }]), []);
  assert.equal(
    within([{ feature: "cpu-user", min, max: max - 0.1 }]).length,
    1,
  );
  // 0.1 is a little more as a float32
  const table = { ...input.table, values: input.table.values.map(() => 0.1) };
  const ranges = [{ feature: "cpu-user", min: 0, max: 0.1 }];
  const training = { ...input.training, ranges };
  assert.deepEqual(outOfTrainingRange({ ...input, table, training }), []);
});

Deno.test("outOfTrainingRange() skips features that the table lacks", () => {
  assert.deepEqual(within([{ feature: "gone", min: 0, max: 0 }]), []);
});
