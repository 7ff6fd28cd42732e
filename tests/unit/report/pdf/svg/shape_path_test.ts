import assert from "node:assert/strict";
import { shapePath } from "@lib/report/pdf/svg/shape_path.ts";

function path(tag: string, attributes: Record<string, string>) {
  const map = new Map(Object.entries(attributes));
  return shapePath({ tag, attributes: map, children: [] }, 10);
}

Deno.test("shapePath() outlines each shape", () => {
  assert.equal(path("path", { d: " M0,0L1,1 " }), "M0,0L1,1");
  assert.equal(path("line", { x1: "1", y1: "2", x2: "3" }), "M1,2L3,0");
  assert.equal(
    path("rect", { x: "1", y: "2", width: "3", height: "4" }),
    "M1,2L4,2L4,6L1,6Z",
  );
  assert.equal(
    path("circle", { cx: "5", cy: "6", r: "2" }),
    "M3,6A2,2 0 1 1 7,6A2,2 0 1 1 3,6Z",
  );
  assert.equal(path("polyline", { points: "0,0 1,2 3,4" }), "M0,0L1,2L3,4");
  assert.equal(path("polygon", { points: "0 0 1 2 3 4" }), "M0,0L1,2L3,4Z");
});

Deno.test("shapePath() rounds the corners of a rectangle, half its side at most", () => {
  const rect = { width: "10", height: "4" };
  assert.equal(
    path("rect", { ...rect, rx: "1" }),
    "M1,0L9,0A1,1 0 0 1 10,1L10,3A1,1 0 0 1 9,4L1,4A1,1 0 0 1 0,3L0,1A1,1 0 0 1 1,0Z",
  );
  assert.match(path("rect", { ...rect, rx: "99" }) ?? "", /^M5,0.*A5,2 /);
});

Deno.test("shapePath() of an empty or unreadable shape is none", () => {
  assert.equal(path("rect", { width: "0", height: "4" }), undefined);
  assert.equal(path("rect", { width: "-3", height: "4" }), undefined);
  assert.equal(path("circle", {}), undefined);
  assert.equal(path("path", { d: "" }), undefined);
  assert.equal(path("path", { d: "M0,0L1,NaN" }), undefined);
  assert.equal(path("image", { width: "3", height: "4" }), undefined);
});

Deno.test("shapePath() never writes a number that PDF cannot read", () => {
  const outline = path("line", { x1: "1e-7", x2: "123456.7891", y2: "2em" });
  assert.equal(outline, "M0,0L123456.789,20");
});
