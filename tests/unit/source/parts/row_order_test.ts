import assert from "node:assert/strict";
import { orderRows } from "@lib/source/parts/row_order.ts";

const order = (...times: number[][]) => {
  const { rows, ...counts } = orderRows(
    times.map((part) => Float64Array.from(part)),
  );
  return { rows: rows && [...rows], ...counts };
};

Deno.test("orderRows() lets rows stand that rise in time", () => {
  assert.deepEqual(order([1, 2], [3]), {
    rows: null,
    timeless: 0,
    duplicates: 0,
    unordered: 0,
  });
});

Deno.test("orderRows() leaves rows without a time out", () => {
  assert.deepEqual(order([1, NaN, 2], [NaN, 3]), {
    rows: [0, 2, 4],
    timeless: 2,
    duplicates: 0,
    unordered: 0,
  });
});

Deno.test("orderRows() sorts, and keeps the last of the rows with one time", () => {
  assert.deepEqual(order([5, 3, 3, 9], [3, 1]), {
    rows: [5, 4, 0, 3],
    timeless: 0,
    duplicates: 2,
    unordered: 3,
  });
});

Deno.test("orderRows() does not count files given out of order as unordered rows", () => {
  assert.deepEqual(order([10, 20], [1, 2]), {
    rows: [2, 3, 0, 1],
    timeless: 0,
    duplicates: 0,
    unordered: 0,
  });
});
