import assert from "node:assert/strict";
import { limits, limitTexts } from "@lib/pipeline/params/limits.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";

Deno.test("limits() reads values by column, names with = among them, and none", () => {
  const stated = limits(["disk-used=100", "a=b=-2.5e3", "swap=none"], "limit");
  assert.deepEqual(
    [...stated],
    [["disk-used", 100], ["a=b", -2500], ["swap", null]],
  );
  assert.deepEqual(limitTexts(stated), [
    ...["disk-used=100", "a=b=-2500", "swap=none"],
  ]);
  assert.deepEqual([...parseParams({ limit: "q=7" }).limits], [["q", 7]]);
});

for (
  const bad of ["disk-used", "=5", "disk=", "disk= ", "disk=5 GB", "disk=∞"]
) {
  Deno.test(`limits() refuses ${JSON.stringify(bad)} and says how it is written`, () => {
    assert.throws(
      () => limits(bad, "limit"),
      /^InputError: Cannot use params: limit must be NAME=VALUE, got .*; VALUE is a number or none, such as disk-used=100$/,
    );
  });
}

Deno.test("limits() refuses two values of one column", () => {
  assert.throws(
    () => limits(["q=1", "q=2"], "limit"),
    /limit must name a column once, got "q"/,
  );
});
