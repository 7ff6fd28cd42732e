import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import type { Section } from "@lib/report/document.ts";
import { htmlContents, toChapters } from "@lib/report/html/html_contents.ts";

const section = (id: string, level: 2 | 3): Section => ({
  id,
  title: `<${id}>`,
  level,
  blocks: [],
});

Deno.test("toChapters() puts parts into the chapter before them", () => {
  const chapters = toChapters([
    section("a", 2),
    section("a1", 3),
    section("a2", 3),
    section("b", 2),
  ]);
  assert.deepEqual(
    chapters.map((
      { section, parts },
    ) => [section.id, parts.map(({ id }) => id)]),
    [["a", ["a1", "a2"]], ["b", []]],
  );
});

Deno.test("htmlContents() links to every section, parts one level deeper", () => {
  const html = htmlContents(toChapters([section("a", 2), section("a1", 3)]));
  const { document } = new JSDOM(html).window;
  const links: Element[] = [...document.querySelectorAll("nav a")];
  assert.deepEqual(
    links.map((link) => [link.getAttribute("href"), link.textContent]),
    [["#a", "<a>"], ["#a1", "<a1>"]],
  );
  assert.ok(document.querySelector("ol ol a[href='#a1']"));
});
