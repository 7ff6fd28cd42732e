import assert from "node:assert/strict";
import { indicesOf, runsOf } from "@lib/chart/detail/runs.ts";
import { fc } from "../../../support/fast_check.ts";

Deno.test("indicesOf() lists what runsOf() measured", () => {
  fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 50 }), (is) => {
    const runs = runsOf(is.length, (i) => is[i]!);
    assert.equal(runs.reduce((sum, run) => sum + run, 0), is.length);
    assert.ok(runs.slice(1).every((run) => run > 0));
    assert.deepEqual(
      indicesOf(runs),
      is.flatMap((one, i) => one ? [i] : []),
    );
  }));
});
