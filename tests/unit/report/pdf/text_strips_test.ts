import assert from "node:assert/strict";
import type { Strip } from "@lib/report/pdf/layout_item.ts";
import { CONTENT } from "@lib/report/pdf/page_style.ts";
import {
  factsStrips,
  listStrips,
  noteStrips,
  paragraphStrips,
} from "@lib/report/pdf/text_strips.ts";
import { EVEN_FACES } from "../../../support/even_faces.ts";

// 114 characters of 4.5 points fill a line
const LONG = "word ".repeat(150).trim();

const lines = (strips: readonly Strip[]) =>
  strips.flatMap(({ items }) =>
    items.flatMap((item) => item.kind === "text" ? [item] : [])
  );

Deno.test("paragraphStrips() keeps the first two and the last two lines together", () => {
  const block = { kind: "paragraph", text: LONG } as const;
  const strips = paragraphStrips(block, EVEN_FACES);
  assert.equal(lines(strips).map(({ text }) => text).join(" "), LONG);
  const keeps = strips.map(({ keepWithNext }) => keepWithNext);
  assert.equal(keeps.length, 7);
  assert.deepEqual(keeps, [true, false, false, false, false, true, false]);
});

Deno.test("noteStrips() lays one ground under all its lines", () => {
  const strips = noteStrips({ kind: "note", text: LONG }, EVEN_FACES);
  assert.equal(lines(strips).map(({ text }) => text).join(" "), LONG);
  for (const { items, height } of strips) {
    const [ground] = items;
    assert.ok(ground?.kind === "box" && ground.height === height);
  }
  // no gap in the ground
  assert.ok(strips.slice(1).every(({ gap }) => gap === 0));
});

Deno.test("noteStrips() marks a warning, and no other note", () => {
  const firstOf = (mark: "note" | "warning") =>
    noteStrips({ kind: "note", mark, text: "Full soon." }, EVEN_FACES)
      .flatMap(({ items }) => items)
      .flatMap((item) => item.kind === "text" ? item.text : [])
      .join(" ");
  assert.equal(firstOf("warning"), "Warning: Full soon.");
  assert.equal(firstOf("note"), "Full soon.");
});

Deno.test("noteStrips() does not leave its padding alone on a page", () => {
  for (const text of ["short", LONG]) {
    const keeps = noteStrips({ kind: "note", text }, EVEN_FACES)
      .map(({ keepWithNext }) => keepWithNext);
    assert.equal(keeps[0], true);
    assert.deepEqual(keeps.slice(-2), [true, false]);
  }
});

Deno.test("listStrips() has one bullet an item and indents its lines", () => {
  const strips = listStrips({ kind: "list", items: ["one", LONG] }, EVEN_FACES);
  const bullets = lines(strips).filter(({ text }) => text === "•");
  const others = lines(strips).filter(({ text }) => text !== "•");
  assert.equal(bullets.length, 2);
  assert.equal(new Set(others.map(({ x }) => x)).size, 1);
  assert.ok((others[0]?.x ?? 0) > (bullets[0]?.x ?? 0));
});

Deno.test("factsStrips() sets values in a column right of the longest term", () => {
  const items = [
    { term: "Span", value: "33 min" },
    { term: "Interval of the grid", value: LONG },
  ];
  const strips = factsStrips({ kind: "facts", items }, EVEN_FACES);
  const terms = lines(strips).filter(({ x }) => x === CONTENT.left);
  const values = lines(strips).filter(({ x }) => x !== CONTENT.left);
  assert.deepEqual(terms.map(({ text }) => text), [
    "Span",
    "Interval of the grid",
  ]);
  assert.equal(values.map(({ text }) => text).join(" "), `33 min ${LONG}`);
  const [column] = values;
  const longest = EVEN_FACES.regular.width("Interval of the grid", 9);
  assert.ok((column?.x ?? 0) >= CONTENT.left + longest);
});

Deno.test("factsStrips() wraps a term that would leave no room for values", () => {
  const items = [{ term: LONG, value: "33 min" }];
  const strips = factsStrips({ kind: "facts", items }, EVEN_FACES);
  const value = lines(strips).find(({ text }) => text === "33 min");
  assert.ok((value?.x ?? 1e9) < CONTENT.right / 2);
  assert.equal(
    lines(strips).filter(({ x }) => x === CONTENT.left)
      .map(({ text }) => text).join(" "),
    LONG,
  );
});

Deno.test("listStrips() and factsStrips() of nothing are nothing", () => {
  assert.deepEqual(listStrips({ kind: "list", items: [] }, EVEN_FACES), []);
  assert.deepEqual(factsStrips({ kind: "facts", items: [] }, EVEN_FACES), []);
});
