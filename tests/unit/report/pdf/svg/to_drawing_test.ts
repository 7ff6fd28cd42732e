import assert from "node:assert/strict";
import type { Mark } from "@lib/report/pdf/svg/drawing.ts";
import { parseSvg } from "@lib/report/pdf/svg/parse_svg.ts";
import { toDrawing } from "@lib/report/pdf/svg/to_drawing.ts";
import { EVEN_FACES } from "../../../../support/even_faces.ts";

function marks(inner: string, root = `viewBox="0 0 100 50"`): readonly Mark[] {
  return toDrawing(parseSvg(`<svg ${root}>${inner}</svg>`), EVEN_FACES).marks;
}

/** Texts with where they begin, in the drawing's coordinates. */
function texts(inner: string): readonly (readonly [string, number, number])[] {
  return marks(inner).flatMap((mark) => {
    if (mark.kind !== "text") return [];
    const [a, b, c, d, e, f] = mark.matrix;
    const { x, y, text } = mark;
    return [[text, a * x + c * y + e, b * x + d * y + f] as const];
  });
}

Deno.test("toDrawing() takes its size from the view box, else from width and height", () => {
  const size = (root: string) => {
    const { width, height } = toDrawing(parseSvg(`<svg ${root}/>`), EVEN_FACES);
    return [width, height];
  };
  assert.deepEqual(size(`viewBox="5 6 100 50" width="9" height="9"`), [
    100,
    50,
  ]);
  assert.deepEqual(size(`width="9" height="8"`), [9, 8]);
});

Deno.test("toDrawing() refuses a chart without a size", () => {
  assert.throws(() => marks("", `viewBox="0 0 0 5"`), {
    name: "RangeError",
    message:
      'Cannot draw a chart: its viewBox must have a positive size, got "0 0 0 5"',
  });
});

Deno.test("toDrawing() moves the view box's corner to the origin", () => {
  const [mark] = marks(`<path d="M0,0"/>`, `viewBox="5 6 100 50"`);
  assert.deepEqual(mark?.matrix, [1, 0, 0, 1, -5, -6]);
});

Deno.test("toDrawing() chains the transformations of groups", () => {
  const [mark] = marks(
    `<g transform="translate(10,20)"><g transform="scale(2)"><path transform="translate(1,1)" d="M0,0"/></g></g>`,
  );
  assert.deepEqual(mark?.matrix, [2, 0, 0, 2, 12, 22]);
});

Deno.test("toDrawing() places a nested svg, and fits its view box", () => {
  const nested = (attributes: string) =>
    marks(`<svg ${attributes}><path d="M0,0"/></svg>`)[0]?.matrix;
  assert.deepEqual(nested(`x="7" y="8"`), [1, 0, 0, 1, 7, 8]);
  // twice as large; 20 of 40 units are left over at the sides
  assert.deepEqual(
    nested(`x="7" y="8" width="40" height="20" viewBox="1 1 10 10"`),
    [2, 0, 0, 2, 7 + 10 - 2, 8 - 2],
  );
});

Deno.test("toDrawing() keeps the order of the marks", () => {
  const kinds = marks(
    `<path d="M0,0"/><text>a</text><rect width="1" height="1"/>`,
  )
    .map(({ kind }) => kind);
  assert.deepEqual(kinds, ["path", "text", "path"]);
});

Deno.test("toDrawing() leaves out what has no ink", () => {
  assert.deepEqual(
    marks(
      `<title>a</title><style>b</style><defs><path d="M0,0"/></defs>` +
        `<clipPath id="c"><rect width="1" height="1"/></clipPath>` +
        `<g display="none"><path d="M0,0"/></g><path d="M0,0" visibility="hidden"/>` +
        `<path d="M0,0" fill="none"/><text fill="none">a</text>` +
        `<g visibility="hidden"><text>b</text></g><script>c</script>`,
    ),
    [],
  );
});

Deno.test("toDrawing() gives a line no inside", () => {
  const [mark] = marks(`<line x2="3" fill="red" stroke="blue"/>`);
  assert.ok(mark?.kind === "path");
  assert.equal(mark.fill, null);
  assert.deepEqual(mark.stroke?.color, [0, 0, 1]);
});

Deno.test("toDrawing() anchors text at its start, middle or end", () => {
  // four characters of 5 units
  const anchored = (anchor: string) =>
    texts(`<text x="50" text-anchor="${anchor}">1234</text>`)[0]?.[1];
  assert.equal(anchored("start"), 50);
  assert.equal(anchored("middle"), 40);
  assert.equal(anchored("end"), 30);
});

Deno.test("toDrawing() shifts text by dx and dy in em", () => {
  assert.deepEqual(
    texts(`<text font-size="20" x="1" y="2" dx="3" dy="0.5em">a</text>`),
    [["a", 4, 12]],
  );
});

Deno.test("toDrawing() sets the lines of a text as Plot writes them", () => {
  assert.deepEqual(
    texts(
      `<text transform="translate(40,30)"><tspan x="0" y="-0.5em">06:00</tspan><tspan x="0" dy="1em">Mar 1</tspan></text>`,
    ),
    [["06:00", 40, 25], ["Mar 1", 40, 35]],
  );
});

Deno.test("toDrawing() anchors runs that follow each other as one", () => {
  assert.deepEqual(
    texts(
      `<text x="50" text-anchor="end">ab <tspan font-weight="bold">cd</tspan></text>`,
    ),
    [["ab", 25, 0], [" cd", 35, 0]],
  );
});

Deno.test("toDrawing() turns text with its place", () => {
  assert.deepEqual(
    texts(`<text transform="translate(10,20) rotate(-90)" x="5">a</text>`)
      .map(([text, x, y]) => [text, Math.round(x), Math.round(y)]),
    [["a", 10, 15]],
  );
});

Deno.test("toDrawing() takes a stroke on text for a halo", () => {
  const [mark] = marks(
    `<text stroke="white" stroke-width="3" fill="red">a</text>`,
  );
  assert.ok(mark?.kind === "text");
  assert.equal(mark.halo?.width, 3);
  assert.deepEqual(mark.fill?.color, [1, 0, 0]);
});

Deno.test("toDrawing() collects the clips around a mark", () => {
  const [mark] = marks(
    `<clipPath id="c"><rect width="5" height="6"/></clipPath>` +
      `<g transform="translate(3,4)" clip-path="url(#c)"><path d="M0,0L9,9"/></g>`,
  );
  assert.deepEqual(mark?.clips, [
    { matrix: [1, 0, 0, 1, 3, 4], path: "M0,0L5,0L5,6L0,6Z" },
  ]);
});
