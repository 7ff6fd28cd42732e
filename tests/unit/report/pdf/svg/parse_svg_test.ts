import assert from "node:assert/strict";
import { loadSvgParser } from "@lib/report/pdf/svg/parse_svg.ts";

const parse = await loadSvgParser();

Deno.test("loadSvgParser() reads elements, attributes and texts", () => {
  const root = parse(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="red"/><text>a &lt; b</text></svg>`,
  );
  assert.equal(root.tag, "svg");
  assert.equal(root.attributes.get("viewBox"), "0 0 9 9");
  const [group, text] = root.children;
  assert.ok(typeof group === "object" && typeof text === "object");
  assert.equal(group.attributes.get("fill"), "red");
  assert.deepEqual(text.children, ["a < b"]);
});

Deno.test("loadSvgParser() keeps the case of SVG's names", () => {
  const root = parse(`<svg><clipPath id="c"/></svg>`);
  const [clip] = root.children;
  assert.ok(typeof clip === "object");
  assert.equal(clip.tag, "clipPath");
});

Deno.test("loadSvgParser() lets inline style win over attributes", () => {
  const root = parse(`<svg fill="red" style="fill: blue; stroke:red;;x"/>`);
  assert.equal(root.attributes.get("fill"), "blue");
  assert.equal(root.attributes.get("stroke"), "red");
});

Deno.test("loadSvgParser() skips what stands before the chart", () => {
  const root = parse(`<?xml version="1.0"?>\n<!-- a --><svg width="3"></svg>`);
  assert.equal(root.attributes.get("width"), "3");
});

Deno.test("loadSvgParser() runs nothing", () => {
  const root = parse(`<svg onload="throw 1"><script>throw 2</script></svg>`);
  assert.equal(root.children.length, 1);
});

Deno.test("loadSvgParser() says what it got instead of a chart", () => {
  assert.throws(() => parse("<p>none</p>"), {
    name: "SyntaxError",
    message:
      'Cannot draw a chart: it must have an svg element, got "<p>none</p>"',
  });
});
