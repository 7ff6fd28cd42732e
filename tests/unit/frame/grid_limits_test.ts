import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { requireFit } from "@lib/frame/grid_limits.ts";
import { rawOf } from "../../support/tables.ts";

const [column] = rawOf([0], { a: [1] }).columns;

/** Why a table of 100 metrics does not fit; `null` where it does. */
function refusal(rows: number, steps: number): string | null {
  const raw = {
    ...rawOf([0], {}),
    times: new Float64Array(rows),
    columns: Array(100).fill(column),
  };
  const stepOfRow = new Int32Array(rows);
  try {
    requireFit(raw, { startMs: 0, intervalMs: 1000, steps, stepOfRow });
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

Deno.test("requireFit() takes 300 million values where most steps have a row", () => {
  assert.equal(refusal(3e6, 3e6), null);
  assert.equal(refusal(1.5e6, 3e6), null);
  assert.match(refusal(3e6, 3e6 + 1) ?? "", /at most 300 million values/);
});

Deno.test("requireFit() takes 50 million where most have none, as a mistyped time makes it", () => {
  assert.equal(refusal(1e5, 5e5), null);
  assert.match(refusal(1e5, 5e5 + 1) ?? "", /at most 50 million values/);
});
