import assert from "node:assert/strict";
import { unitNumbers } from "@lib/report/data_tables/unit_numbers.ts";

const MIB = 2 ** 20;

Deno.test("unitNumbers() writes a column in one unit with as many decimals as the largest needs", () => {
  const { suffix, number, range } = unitNumbers("bytes/s", [0, 71.84 * MIB]);
  assert.equal(suffix, ", MiB/s");
  assert.equal(number(71.84 * MIB), "71.8");
  assert.equal(number(530), "0.0");
  assert.equal(range(0, 23 * MIB), "0.0–23.0");
  assert.equal(range(530, 600), "0.0", "ends that are written alike");
});

Deno.test("unitNumbers() writes what is below zero, large, or missing", () => {
  const { suffix, number, range } = unitNumbers("1/s", [-3, 1354]);
  assert.equal(suffix, ", /s");
  assert.equal(number(1354), "1,354");
  assert.equal(range(-3, 2), "−3 to 2");
  assert.equal(number(-0.2), "0");
  assert.equal(range(NaN, NaN), "—");
  assert.equal(unitNumbers("", [NaN]).number(0), "0.00");
});
