import assert from "node:assert/strict";
import { fillOf, strokeOf } from "@lib/report/pdf/svg/paint_of.ts";
import {
  childStyle,
  length,
  ROOT_STYLE,
} from "@lib/report/pdf/svg/svg_style.ts";

const style = (...levels: readonly Record<string, string>[]) =>
  levels.reduce(
    (outer, attributes) =>
      childStyle(outer, new Map(Object.entries(attributes))),
    ROOT_STYLE,
  );

Deno.test("childStyle() inherits what an element does not say", () => {
  const inner = style({
    stroke: "red",
    "stroke-width": "2",
    "stroke-dasharray": "4,2",
    "stroke-linecap": "round",
    "font-size": "11px",
    "font-weight": "600",
    "text-anchor": "end",
  }, {});
  assert.deepEqual(strokeOf(inner), {
    color: [1, 0, 0],
    opacity: 1,
    width: 2,
    dash: [4, 2],
    cap: "round",
    join: "miter",
    miterLimit: 4,
  });
  assert.equal(inner.fontSize, 11);
  assert.equal(inner.weight, "bold");
  assert.equal(inner.anchor, "end");
});

Deno.test("childStyle() lets the inner element win", () => {
  const inner = style(
    { fill: "red", "font-weight": "bold", "stroke-dasharray": "4" },
    { fill: "blue", "font-weight": "normal", "stroke-dasharray": "none" },
  );
  assert.deepEqual(fillOf(inner)?.color, [0, 0, 1]);
  assert.equal(inner.weight, "regular");
  assert.deepEqual(inner.dash, []);
});

Deno.test("childStyle() multiplies opacity, and replaces fill-opacity", () => {
  const inner = style(
    { opacity: "0.5", "fill-opacity": "0.5" },
    { opacity: "0.5", "fill-opacity": "0.8" },
  );
  assert.ok(Math.abs((fillOf(inner)?.opacity ?? 0) - 0.2) < 1e-12);
  assert.equal(inner.opacity, 0.25);
});

Deno.test("childStyle() measures em in the element's own font size", () => {
  assert.equal(
    style({ "font-size": "20" }, { "font-size": "0.5em" }).fontSize,
    10,
  );
});

Deno.test("childStyle() takes currentColor from the colour around", () => {
  const inner = style({ color: "red" }, {
    color: "currentColor",
    fill: "currentColor",
  });
  assert.deepEqual(fillOf(inner)?.color, [1, 0, 0]);
  const [red = 1] = fillOf(style({ fill: "currentColor" }))?.color ?? [];
  assert.ok(red < 0.3, "the report's own ink is dark");
});

Deno.test("childStyle() hides, and shows again what is visible inside", () => {
  assert.equal(style({ visibility: "hidden" }, {}).visible, false);
  assert.equal(
    style({ visibility: "hidden" }, { visibility: "visible" }).visible,
    true,
  );
});

Deno.test("fillOf() and strokeOf() are none where nothing can be seen", () => {
  assert.equal(fillOf(style({ fill: "none" })), null);
  assert.equal(fillOf(style({ "fill-opacity": "0" })), null);
  assert.equal(strokeOf(style({ stroke: "red", "stroke-width": "0" })), null);
  assert.equal(strokeOf(style({})), null);
});

Deno.test("length() reads units", () => {
  const fontSize = 10;
  const cases = { "3": 3, "3px": 3, "0.32em": 3.2, "-1e1": -10, "50%": 0.5 };
  for (const [text, value] of Object.entries(cases)) {
    assert.equal(length(text, { fontSize }), value, text);
  }
  assert.equal(length("auto", { fontSize }), undefined);
  assert.equal(length(undefined, { fontSize }), undefined);
});
