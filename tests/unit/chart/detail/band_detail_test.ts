import assert from "node:assert/strict";
import { decodeBand, encodeBand } from "@lib/chart/detail/band_detail.ts";
import { heightsOf } from "@lib/chart/detail/levels.ts";
import { fc } from "../../../support/fast_check.ts";

const edge = fc.float({ min: 0, max: 8, noNaN: true });
const edges = fc.array(fc.option(fc.tuple(edge, edge), { freq: 5 }), {
  minLength: 1,
  maxLength: 200,
}).map((rows) =>
  [
    Float32Array.from(rows, (row) => row ? Math.min(...row) : NaN),
    Float32Array.from(rows, (row) => row ? Math.max(...row) : NaN),
  ] as const
);
const heightOf = heightsOf([0, 8]);
const half = 0.5 / 500 + 1e-6;

Deno.test("encodeBand() keeps the lowest lower and the highest upper edge", () => {
  const any = fc.integer({ min: 1, max: 9 });
  fc.assert(fc.property(edges, any, ([low, high], every) => {
    const text = encodeBand([low, high], { heightOf, levels: 500, every });
    const band = decodeBand(text);
    assert.equal(band.every, every);
    assert.equal(band.low.length, Math.ceil(low.length / every));
    for (let i = 0; i < band.low.length; i++) {
      const of = (side: Float32Array) =>
        [...side.subarray(i * every, (i + 1) * every)]
          .filter((one) => !Number.isNaN(one)).map(heightOf);
      assert.equal(Number.isNaN(band.low[i]!), of(low).length === 0);
      if (of(low).length === 0) continue;
      assert.ok(Math.abs(band.low[i]! - Math.min(...of(low))) <= half);
      assert.ok(Math.abs(band.high[i]! - Math.max(...of(high))) <= half);
    }
  }));
});
