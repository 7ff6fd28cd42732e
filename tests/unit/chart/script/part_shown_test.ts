import assert from "node:assert/strict";
import { partShown } from "@lib/chart/script/part_shown.ts";
import { readSvg } from "../../../support/read_svg.ts";

const chart = (more = "", type = "utc") =>
  readSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" data-x="${type} 0 1000 10 110 1" ${more}/>`,
  );
const shown = (
  range: readonly [number, number],
  { more = "", type = "utc", canDrawDetail = false } = {},
) => partShown(chart(more, type), range, { canDrawDetail });

Deno.test("partShown() is as much of the range as the panel has", () => {
  assert.deepEqual(shown([500, 700]), {
    start: 500,
    end: 700,
    stretch: 5,
    isKept: false,
  });
  assert.deepEqual(shown([-50, 500])?.start, 0);
  assert.deepEqual(shown([500, 2000])?.end, 1000);
});

Deno.test("partShown() is nothing where the panel would look the same", () => {
  for (const range of [[0, 1000], [-5, 2000], [1000, 1500], [-9, 0]] as const) {
    assert.equal(shown(range), undefined);
  }
  assert.equal(shown([500, 700], { type: "linear" }), undefined);
});

Deno.test("partShown() is less than 8 units only of what is kept and can be drawn", () => {
  const range = [500, 570] as const;
  const more = 'data-step="10"';
  assert.equal(shown(range), undefined);
  assert.equal(shown(range, { more }), undefined);
  assert.equal(shown(range, { canDrawDetail: true }), undefined);
  assert.equal(shown(range, { more, canDrawDetail: true })?.isKept, true);
});
