import assert from "node:assert/strict";
import { theilSen } from "@lib/detect/trend/theil_sen.ts";
import { isNear, STORED_TRENDS } from "../../../support/stored_trends.ts";

for (const { name, times, values, slope, interval, z } of STORED_TRENDS) {
  Deno.test(`theilSen() is SciPy's theilslopes() where values are independent: ${name}`, () => {
    const own = theilSen(times, values, { values: "independent" });
    assert.ok(isNear(own.slope, slope), `slope ${own.slope}, ${slope}`);
    assert.ok(isNear(own.interval[0], interval[0]), `low ${own.interval[0]}`);
    assert.ok(isNear(own.interval[1], interval[1]), `high ${own.interval[1]}`);
    assert.ok(isNear(own.z, z), `z ${own.z}, ${z}`);
  });
}

Deno.test("theilSen() has a wider interval and less certainty where values are autocorrelated", () => {
  const { times, values } = STORED_TRENDS.find(({ name }) =>
    name === "autocorrelated"
  )!;
  const width = ({ interval }: ReturnType<typeof theilSen>) =>
    interval[1] - interval[0];
  const plain = theilSen(times, values, { values: "independent" });
  const own = theilSen(times, values);
  assert.ok(width(own) > 1.5 * width(plain));
  assert.ok(Math.abs(own.z) < 0.6 * Math.abs(plain.z));
  assert.equal(own.slope, plain.slope);
});

Deno.test("theilSen() goes through the medians and is not bent by outliers", () => {
  const times = [0, 1, 2, 3, 4, 5, 6];
  const values = times.map((time) => 20 - 2 * time);
  values[3] = 900;
  const { slope, middle } = theilSen(times, values);
  assert.equal(slope, -2);
  assert.deepEqual(middle, { time: 3, value: 16 });
});
