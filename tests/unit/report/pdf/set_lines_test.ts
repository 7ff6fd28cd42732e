import assert from "node:assert/strict";
import { lineHeight, setLines } from "@lib/report/pdf/set_lines.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

const STYLE = { x: 100, width: 30, size: 10 };

Deno.test("setLines() wraps by the width of the font at the size", () => {
  // 30 points hold six characters of 5 points
  const lines = setLines("cpu user load", STYLE, EVEN_FACES);
  assert.deepEqual(lines.map(({ text }) => text), ["cpu", "user", "load"]);
  assert.deepEqual(lines.map(({ x }) => x), [100, 100, 100]);
});

Deno.test("setLines() ends lines at the right edge where asked", () => {
  const lines = setLines("12 4567", { ...STYLE, align: "right" }, EVEN_FACES);
  assert.deepEqual(lines.map(({ x, text }) => [text, x]), [["12", 120], [
    "4567",
    110,
  ]]);
});

Deno.test("setLines() puts capitals into the middle of the line", () => {
  const [line] = setLines("A", STYLE, EVEN_FACES);
  assert.ok(line);
  // capitals reach 7.3 points above the baseline
  const above = line.y - 7.3;
  const below = lineHeight(10) - line.y;
  assert.ok(Math.abs(above - below) < 1e-9, `${above} above, ${below} below`);
});

Deno.test("setLines() shows what the font lacks as a box", () => {
  const [line] = setLines("ホ", STYLE, EVEN_FACES);
  assert.equal(line?.text, "□");
});
