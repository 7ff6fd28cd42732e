import assert from "node:assert/strict";
import { kendall } from "@lib/detect/trend/kendall.ts";
import { isNear, STORED_TRENDS } from "../../../support/stored_trends.ts";

for (const { name, values, s, variance } of STORED_TRENDS) {
  Deno.test(`kendall() counts what pyMannKendall counts: ${name}`, () => {
    const own = kendall(values);
    assert.equal(own.s, s);
    assert.ok(isNear(own.variance, variance), `${own.variance}, ${variance}`);
  });
}

Deno.test("kendall() of equal values is 0, and so is its variance", () => {
  assert.deepEqual(kendall([3, 3, 3, 3]), { s: 0, variance: 0 });
});
