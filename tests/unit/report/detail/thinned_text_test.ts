import assert from "node:assert/strict";
import { heightsOf } from "@lib/chart/detail/levels.ts";
import { fitLine } from "@lib/report/detail/fit_line.ts";
import { thinnedText } from "@lib/report/detail/thinned_text.ts";

const values = Float32Array.from({ length: 4000 }, (_, t) => t * 7 % 100);
const heightOf = heightsOf([0, 100]);
const textOf = (most: number, buckets = 100) => {
  const detail = fitLine(values, { heightOf, most });
  return thinnedText([{ values, detail }, { values, detail }], { buckets });
};

Deno.test("thinnedText() tells how many are drawn of how many, and how many a zoom shows", () => {
  const start = /^Drawn are (\d+) of 8,000 steps: .* no spike is lost\./;
  const [, drawn] = start.exec(textOf(9999)) ?? [];
  assert.ok(Number(drawn) > 600 && Number(drawn) <= 1000, drawn ?? "none");
  assert.match(textOf(9999), /Zoomed in, report\.html shows all of them\.$/);
  const [, kept = ""] = /shows ([\d,]+)\.$/.exec(textOf(1200)) ?? [];
  assert.ok(Number(kept.replace(",", "")) > Number(drawn), textOf(1200));
  assert.match(textOf(0), /lost\.$/, "nothing is kept");
});

Deno.test("thinnedText() is empty where all steps are drawn", () => {
  assert.equal(textOf(9999, 1000), "");
});
