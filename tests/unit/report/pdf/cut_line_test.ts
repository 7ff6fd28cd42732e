import assert from "node:assert/strict";
import { cutLine, fewLines } from "@lib/report/pdf/cut_line.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

// ten characters wide
const STYLE = { x: 0, width: 50, size: 10 };

Deno.test("cutLine() cuts what does not fit, and only that", () => {
  const cut = (text: string) => cutLine(text, STYLE, EVEN_FACES).text;
  assert.equal(cut("0123456789"), "0123456789");
  assert.equal(cut("0123456789a"), "012345678…");
  assert.equal(cut("01234567 9a"), "01234567…");
  assert.equal(cut(""), "");
});

Deno.test("fewLines() cuts the last line where there are too many", () => {
  const lines = (text: string) =>
    fewLines(text, { ...STYLE, most: 2 }, EVEN_FACES).map(({ text }) => text);
  assert.deepEqual(lines("first second"), ["first", "second"]);
  assert.deepEqual(lines("first second third"), ["first", "second th…"]);
});
