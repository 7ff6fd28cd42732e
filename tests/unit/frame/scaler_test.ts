import assert from "node:assert/strict";
import { fitMinMax, scale, unscale } from "@lib/frame/scaler.ts";
import { tableOf } from "../../support/tables.ts";

Deno.test("fitMinMax() sees only measured values of its steps", () => {
  const table = tableOf({ a: [2, 100, NaN, 6, 50] }, {
    imputed: Uint8Array.of(0, 1, 0, 0, 0),
  });
  assert.deepEqual(fitMinMax(table, [{ start: 0, end: 4 }]), {
    min: [2],
    range: [4],
  });
});

Deno.test("fitMinMax() gives a range above 0 to what does not vary", () => {
  const table = tableOf({
    five: [5, 5],
    zero: [0, 0],
    none: [NaN, NaN],
    negative: [-8, -8],
  });
  assert.deepEqual(fitMinMax(table, [{ start: 0, end: 2 }]), {
    min: [5, 0, 0, -8],
    range: [5, 1, 1, 8],
  });
});

Deno.test("scale() does what scikit-learn's MinMaxScaler does", () => {
  // python3 -c "from sklearn.preprocessing import MinMaxScaler as M
  // print(M().fit([[1,-10],[3,10],[5,0]]).transform([[1,-10],[3,10],[7,5]]))"
  // [[0. 0.] [0.5 1.] [1.5 0.75]]
  const fit = tableOf({ a: [1, 3, 5], b: [-10, 10, 0] });
  const scaler = fitMinMax(fit, [{ start: 0, end: 3 }]);
  const scaled = scale(tableOf({ a: [1, 3, 7], b: [-10, 10, 5] }), scaler);
  assert.deepEqual([...scaled], [0, 0, 0.5, 1, 1.5, 0.75]);
  assert.deepEqual([...unscale(scaled, scaler)], [1, -10, 3, 10, 7, 5]);
});

Deno.test("scale() keeps what is missing missing", () => {
  const table = tableOf({ a: [0, NaN, 2] });
  const scaler = fitMinMax(table, [{ start: 0, end: 3 }]);
  assert.deepEqual([...scale(table, scaler)], [0, NaN, 1]);
});
