import assert from "node:assert/strict";
import { markSvg } from "@lib/report/html/mark_svg.ts";

Deno.test("markSvg() gives each severity a shape of its own, and names none", () => {
  const marks = ["critical", "major", "minor", "outage"] as const;
  const shapes = marks.map((mark) => markSvg(mark).replace(mark, ""));
  assert.equal(new Set(shapes).size, marks.length);
  for (const shape of shapes) assert.match(shape, /aria-hidden="true"/);
});
