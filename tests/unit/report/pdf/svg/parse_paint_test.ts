import assert from "node:assert/strict";
import type { Paint } from "@lib/report/pdf/svg/drawing.ts";
import { parsePaint } from "@lib/report/pdf/svg/parse_paint.ts";

const RED: Paint = { color: [1, 0, 0], opacity: 1 };

const CASES: readonly (readonly [string, Paint | null])[] = [
  ["red", RED],
  ["#f00", RED],
  [" #FF0000 ", RED],
  ["rgb(255, 0, 0)", RED],
  ["rgba(255, 0, 0, 0.25)", { ...RED, opacity: 0.25 }],
  ["hsl(0, 100%, 50%)", RED],
  ["currentColor", RED],
  ["currentcolor", RED],
  ["var(--line, #f00)", RED],
  ["var(--line, rgb(255, 0, 0))", RED],
  ["var(--line, var(--other, currentColor))", RED],
  ["var(--line)", null],
  ["none", null],
  ["transparent", null],
  ["url(#gradient)", null],
  ["no such colour", null],
  ["", null],
];
for (const [text, paint] of CASES) {
  Deno.test(`parsePaint() reads "${text}"`, () => {
    const found = parsePaint(text, "red");
    assert.deepEqual(found?.opacity === 0 ? null : found, paint);
  });
}

Deno.test("parsePaint() does not chase currentColor in a circle", () => {
  assert.equal(parsePaint("currentColor", "currentColor"), null);
});
