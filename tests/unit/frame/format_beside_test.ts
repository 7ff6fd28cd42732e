import assert from "node:assert/strict";
import { formatBeside } from "@lib/frame/format_beside.ts";

const GIB = 2 ** 30;
const CASES = [
  [0.237, 0.2384, 0.3271, "cores", "0.237 cores", "0.238–0.327 cores"],
  [0.132, 0.1324, 0.321, "cores", "0.132 cores", "0.1324–0.321 cores"],
  [0.549, 0.5502, 1.4, "", "0.549", "0.55–1.4"],
  [0.716, 0.7163, 0.82, "", "0.716", "0.7163–0.82"],
  [0.9, 0.2384, 0.3271, "cores", "0.9 cores", "0.24–0.33 cores"],
  [10.02, 4, 9.99, "%", "10 %", "4–9.99 %"],
  [2.001 * GIB, GIB, 2 * GIB, "bytes", "2.001 GiB", "1.000–2.000 GiB"],
  [GIB, GIB, 2 * GIB, "bytes", "1.00 GiB", "1.0–2.0 GiB"],
  [0, 0, 1, "cores", "0 cores", "0–1 cores"],
  [-0.101, -0.1, 1, "cores", "−0.101 cores", "−0.1 to 1 cores"],
  [NaN, 0, 1, "", "—", "0–1"],
  [0.2371, NaN, NaN, "", "0.237", "—"],
] as const;

for (const [value, low, high, unit, text, range] of CASES) {
  Deno.test(`formatBeside() tells ${text} from ${range}`, () => {
    const told = formatBeside([value], { low, high, unit });
    assert.deepEqual(told, { values: [text], range });
  });
}

Deno.test("formatBeside() writes a range that tells all of several values from its ends", () => {
  assert.deepEqual(
    formatBeside([0.549, 1.403], { low: 0.55, high: 1.4, unit: "" }),
    { values: ["0.549", "1.403"], range: "0.55–1.4" },
  );
});

Deno.test("formatBeside() ends where no digits tell two apart", () => {
  const { values } = formatBeside([1 + 1e-12], { low: 1, high: 2, unit: "" });
  assert.deepEqual(values, ["1"]);
});
