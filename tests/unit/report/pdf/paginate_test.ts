import assert from "node:assert/strict";
import type { Item, Strip } from "@lib/report/pdf/layout_item.ts";
import { paginate } from "@lib/report/pdf/paginate.ts";

const SPAN = { top: 10, bottom: 110 };

function strip(text: string, height: number, rest: Partial<Strip> = {}): Strip {
  const box = { kind: "link", x: 0, y: 0, width: 1, height } as const;
  const items = [{ ...box, section: text }];
  return { height, gap: 0, keepWithNext: false, items, ...rest };
}

/** Names with their y, page by page. */
function places(pages: readonly (readonly Item[])[]): readonly string[] {
  return pages.map((items) =>
    items.map((item) => item.kind === "link" ? `${item.section}@${item.y}` : "")
      .join(" ")
  );
}

Deno.test("paginate() stacks strips and turns the page when it is full", () => {
  const strips = [strip("a", 60), strip("b", 40), strip("c", 1)];
  assert.deepEqual(places(paginate(strips, SPAN)), ["a@10 b@70", "c@10"]);
});

Deno.test("paginate() leaves out a gap at the top of a page only", () => {
  const gap = { gap: 5 };
  const strips = [strip("a", 50, gap), strip("b", 40, gap), strip("c", 9, gap)];
  assert.deepEqual(places(paginate(strips, SPAN)), ["a@10 b@65", "c@10"]);
});

Deno.test("paginate() takes a heading along to the page of what follows", () => {
  const heading = strip("heading", 20, { keepWithNext: true });
  const strips = [strip("a", 60), heading, strip("b", 30)];
  assert.deepEqual(places(paginate(strips, SPAN)), ["a@10", "heading@10 b@30"]);
});

Deno.test("paginate() counts the gaps inside what it keeps together", () => {
  const heading = strip("heading", 20, { keepWithNext: true });
  const strips = [strip("a", 60), heading, strip("b", 18, { gap: 3 })];
  assert.deepEqual(places(paginate(strips, SPAN)), ["a@10", "heading@10 b@33"]);
});

Deno.test("paginate() divides what is kept together but taller than a page", () => {
  const tall = { keepWithNext: true };
  const strips = [
    strip("a", 50),
    ...["b", "c", "d"].map((name) => strip(name, 40, tall)),
  ];
  assert.deepEqual(places(paginate(strips, SPAN)), ["a@10 b@60", "c@10 d@50"]);
});

Deno.test("paginate() repeats the header on each page that a table reaches", () => {
  const header = strip("header", 10);
  const row = (name: string) => strip(name, 40, { header });
  const strips = [
    { ...header, keepWithNext: true },
    ...["1", "2", "3", "4", "5"].map(row),
  ];
  assert.deepEqual(places(paginate(strips, SPAN)), [
    "header@10 1@20 2@60",
    "header@10 3@20 4@60",
    "header@10 5@20",
  ]);
});

Deno.test("paginate() puts no header above what comes after the table", () => {
  const row = strip("row", 90, { header: strip("header", 10) });
  assert.deepEqual(
    places(paginate([strip("a", 50), row, strip("b", 50)], SPAN)),
    ["a@10", "header@10 row@20", "b@10"],
  );
});

Deno.test("paginate() of nothing is one empty page", () => {
  assert.deepEqual(paginate([], SPAN), [[]]);
});

Deno.test("paginate() begins a page with what asks for more room than is left", () => {
  const strips = (room: number) => [strip("a", 60), strip("b", 10, { room })];
  assert.deepEqual(places(paginate(strips(40), SPAN)), ["a@10 b@70"]);
  assert.deepEqual(places(paginate(strips(41), SPAN)), ["a@10", "b@10"]);
  assert.deepEqual(places(paginate([strip("a", 9, { room: 999 })], SPAN)), [
    "a@10",
  ]);
});

Deno.test("paginate() takes a little of each gap where what asks for room then fits", () => {
  const gap = { gap: 10 };
  const above = [strip("a", 20), strip("b", 20, gap), strip("c", 20, gap)];
  const last = (room: number) => [...above, strip("d", 10, { room })];
  const roundedY = (pages: readonly (readonly Item[])[]) =>
    pages.map((items) => items.map(({ y }) => Math.round(y)));
  assert.deepEqual(roundedY(paginate(last(26), SPAN)), [[10, 37, 64, 84]]);
  assert.deepEqual(roundedY(paginate(last(28), SPAN)), [[10, 40, 70], [10]]);
});

Deno.test("paginate() says above what goes on, and above its header, what it is of", () => {
  const running = strip("of", 5);
  const header = strip("header", 10);
  const row = (name: string) => strip(name, 40, { header, running });
  assert.deepEqual(
    places(paginate([strip("a", 90), row("1"), row("2"), row("3")], SPAN)),
    ["a@10", "of@10 header@15 1@25 2@65", "of@10 header@15 3@25"],
  );
});
