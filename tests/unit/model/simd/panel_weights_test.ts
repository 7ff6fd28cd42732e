import assert from "node:assert/strict";
import {
  fromPanels,
  panelIndices,
  toPanels,
} from "@lib/model/simd/panel_weights.ts";
import { paddedSizes } from "@lib/model/simd/padded_sizes.ts";

const shape = { window: 4, features: 3, hidden: 9 };

Deno.test("toPanels() and fromPanels() keep every weight", () => {
  const indices = panelIndices(shape);
  const values = Float32Array.from(indices, (_, i) => i + 1);
  const { matrices } = paddedSizes(shape);
  const size = Object.values(matrices).reduce((sum, m) => sum + m.size, 0);
  const parameters = new Float32Array(size);
  toPanels(values, indices, { parameters });
  assert.deepEqual(fromPanels(parameters, indices), values);
  assert.equal(new Set(indices).size, indices.length);
});

Deno.test("panelIndices() puts 8 columns of a row side by side", () => {
  // The encoder's kernel comes first: row x₀ stands after 16 rows of h, and its
  // columns are gates of 9 units, each rounded up to 16.
  const indices = panelIndices(shape);
  const rows = 16 + 8;
  const place = (row: number, column: number) =>
    ((column >> 3) * rows + row) * 8 + column % 8;
  assert.deepEqual(
    [...indices.subarray(0, 11)],
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 16, 17].map((column) => place(16, column)),
  );
});
