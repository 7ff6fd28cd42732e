import assert from "node:assert/strict";
import { displayScale, formatQuantity, formatRange } from "@lib/frame/units.ts";

const KI = 2 ** 10;
const MI = 2 ** 20;
const GI = 2 ** 30;

const QUANTITIES: readonly (readonly [number, string, string])[] = [
  [312 * MI, "bytes/s", "312 MiB/s"],
  [16 * GI, "bytes", "16.0 GiB"],
  [3.94 * GI, "bytes", "3.94 GiB"],
  [1.5 * 2 ** 40, "bytes", "1.50 TiB"],
  [0, "bytes", "0 B"],
  [0.5, "bytes/s", "0.5 B/s"],
  [512, "bytes", "512 B"],
  [1023, "bytes", "1,023 B"],
  [1023.9 * KI, "bytes", "1.00 MiB"],
  [-5e6, "bytes", "−4.77 MiB"],
  [3, "1/s", "3 /s"],
  [1234, "1/s", "1,234 /s"],
  [9999.7, "1/s", "10 k/s"],
  [12345, "1/s", "12.3 k/s"],
  [999_999, "1/s", "1 M/s"],
  [0.42, "cores", "0.42 cores"],
  [0.4236, "cores", "0.424 cores"],
  [0.9996, "cores", "1 core"],
  [3.1, "s/s", "3.1 s/s"],
  [-0.012, "°C/s", "−0.012 °C/s"],
  [12.34, "1", "12.3"],
  [99.96, "", "100"],
  [5_000_000, "", "5 M"],
  [0.00042, "", "0.00042"],
  [0.00001234, "", "1.2e-5"],
  [1, "0/1", "1"],
  [-0, "cores", "0 cores"],
  [NaN, "bytes", "—"],
  [Infinity, "cores", "∞ cores"],
];

Deno.test("formatQuantity() writes three significant digits with prefix and unit", () => {
  for (const [value, unit, text] of QUANTITIES) {
    assert.equal(formatQuantity(value, unit), text, `${value} ${unit}`);
  }
});

Deno.test("formatQuantity() takes the number of digits", () => {
  assert.equal(formatQuantity(1.23456, "cores", { digits: 5 }), "1.2346 cores");
  assert.equal(formatQuantity(16 * GI, "bytes", { digits: 2 }), "16 GiB");
});

const RANGES: readonly (readonly [number, number, string, string])[] = [
  [4 * MI, 21 * MI, "bytes/s", "4.0–21 MiB/s"],
  [0, 21 * MI, "bytes/s", "0–21 MiB/s"],
  [2, 21 * MI, "bytes/s", "0–21 MiB/s"],
  [5 * GI, 16 * GI, "bytes", "5.0–16 GiB"],
  [15.93 * GI, 15.98 * GI, "bytes", "15.93–15.98 GiB"],
  [0.42, 21, "", "0.4–21"],
  [0.4, 0.45, "cores", "0.4–0.45 cores"],
  [0.00001, 0.000012, "", "1.0e-5–1.2e-5"],
  [1200, 15000, "1/s", "1.2–15 k/s"],
  [-3, 2, "cores", "−3 to 2 cores"],
  [1, 1, "1", "1"],
  [0, 0, "bytes/s", "0 B/s"],
  [NaN, 1, "", "—"],
  [0, NaN, "", "—"],
];

Deno.test("formatRange() writes both ends in one unit", () => {
  for (const [low, high, unit, text] of RANGES) {
    assert.equal(formatRange(low, high, unit), text, `${low} ${high} ${unit}`);
  }
});

Deno.test("formatRange() says so little of huge near-equal ends that they are one", () => {
  assert.equal(formatRange(15 * GI, 15 * GI + 5, "bytes"), "15.000 GiB");
});

Deno.test("displayScale() gives the factor of an axis", () => {
  assert.deepEqual(displayScale("bytes", 12 * GI), {
    factor: 2 ** -30,
    unit: "GiB",
  });
  assert.deepEqual(displayScale("1/s", 25_000), { factor: 1e-3, unit: "k/s" });
  assert.deepEqual(displayScale("1", 4), { factor: 1, unit: "" });
  assert.deepEqual(displayScale("cores", 25_000), { factor: 1, unit: "cores" });
  assert.deepEqual(displayScale("bytes", NaN), { factor: 1, unit: "B" });
});
