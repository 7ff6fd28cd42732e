import assert from "node:assert/strict";
import { parseSvg } from "@lib/report/pdf/svg/parse_svg.ts";

Deno.test("parseSvg() reads elements, attributes and texts", () => {
  const root = parseSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="red"/><text>a &lt; b</text></svg>`,
  );
  assert.equal(root.tag, "svg");
  assert.equal(root.attributes.get("viewBox"), "0 0 9 9");
  const [group, text] = root.children;
  assert.ok(typeof group === "object" && typeof text === "object");
  assert.equal(group.attributes.get("fill"), "red");
  assert.deepEqual(text.children, ["a < b"]);
});

Deno.test("parseSvg() keeps the case of SVG's names", () => {
  const root = parseSvg(`<svg><clipPath id="c"/></svg>`);
  const [clip] = root.children;
  assert.ok(typeof clip === "object");
  assert.equal(clip.tag, "clipPath");
});

Deno.test("parseSvg() lets inline style win over attributes", () => {
  const root = parseSvg(`<svg fill="red" style="fill: blue; stroke:red;;x"/>`);
  assert.equal(root.attributes.get("fill"), "blue");
  assert.equal(root.attributes.get("stroke"), "red");
});

Deno.test("parseSvg() skips what stands before the chart", () => {
  const root = parseSvg(
    `<?xml version="1.0"?>\n<!-- a --><svg width="3"></svg>`,
  );
  assert.equal(root.attributes.get("width"), "3");
});

Deno.test("parseSvg() runs nothing", () => {
  const root = parseSvg(`<svg onload="throw 1"><script>throw 2</script></svg>`);
  assert.equal(root.children.length, 1);
});

Deno.test("parseSvg() says what it got instead of a chart", () => {
  assert.throws(() => parseSvg("<p>none</p>"), {
    name: "SyntaxError",
    message:
      'Cannot draw a chart: it must have an svg element, got "<p>none</p>"',
  });
});

Deno.test("parseSvg() reads what an XML writer escapes", () => {
  const root = parseSvg(
    `<svg aria-label='"&#233;&#x1F600;&quot;&nbsp;&#x110000;'><![CDATA[]]>&amp;lt;</svg>`,
  );
  assert.equal(root.attributes.get("aria-label"), '"é😀"&nbsp;&#x110000;');
  assert.deepEqual(root.children, ["&lt;"]);
});

Deno.test("parseSvg() takes names without their prefix, attributes with it", () => {
  const root = parseSvg(`<svg><xlink:a xlink:href="#b"></xlink:a></svg>`);
  const [link] = root.children;
  assert.ok(typeof link === "object");
  assert.equal(link.tag, "a");
  assert.equal(link.attributes.get("xlink:href"), "#b");
});

Deno.test("parseSvg() refuses what is cut short or crossed", () => {
  for (const svg of ["<svg><g>", "<svg><g></svg></g>", "<svg><g a=b/></svg>"]) {
    assert.throws(() => parseSvg(svg), /SVG must be well-formed, got/, svg);
  }
});

Deno.test("parseSvg() reads what XML allows and a pattern misses", () => {
  const root = parseSvg(
    `<svg aria-label="a > b"><!-- <g> --><![CDATA[<c> & d]]></svg><p>after</p>`,
  );
  assert.equal(root.attributes.get("aria-label"), "a > b");
  assert.deepEqual(root.children, ["<c> & d"]);
});

Deno.test("parseSvg() lets through what is no character, for others to clean", () => {
  const root = parseSvg(`<svg><text>cpu\u0007\ud800</text></svg>`);
  const [text] = root.children;
  assert.ok(typeof text === "object");
  assert.deepEqual(text.children, ["cpu\u0007\ufffd"]);
});
