import assert from "node:assert/strict";
import { plainText } from "@lib/frame/plain_text.ts";
import { markdownTable } from "@lib/report/markdown/markdown_table.ts";
import { markdownText } from "@lib/report/markdown/markdown_text.ts";
import { fc } from "../support/fast_check.ts";
import {
  foreignParts,
  renderMarkdown,
  trackerSigns,
} from "../support/rendered_markdown.ts";

/** Pieces of which markup is made, between what else a name may hold. */
const piece = fc.constantFrom(
  ..."\\ ` * _ ~ $ [ ] ( ) < > ! # @ & | { } : ; / . - + = 1 12 a b".split(" "),
  ...[" ", "\n", "    ", "https://a.b", "www.a.b", "&lt;", "<b>", "é", "中"],
);
const name = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 30 }),
);

const shown = (text: string) =>
  text.replaceAll("\u2060", "").replaceAll(/\s+/g, " ").trim();

Deno.test("markdownText() is read back as the text that it was, and nothing else", () => {
  fc.assert(
    fc.property(name, (text) => {
      const document = renderMarkdown(`${markdownText(text)}\n`);
      assert.deepEqual(foreignParts(document), []);
      assert.deepEqual(trackerSigns(document), []);
      assert.ok(document.querySelectorAll("body *").length <= 1);
      assert.equal(shown(document.body.textContent), shown(plainText(text)));
    }),
    { numRuns: 300 },
  );
});

Deno.test("markdownTable() has as many rows and cells as it was given, whatever is in them", () => {
  const rows = fc.array(fc.tuple(name, name, name), { maxLength: 4 });
  fc.assert(
    fc.property(rows, (rows) => {
      const columns = ["a", "b", "c"]
        .map((title) => ({ title, align: "left" as const }));
      const table = { kind: "table" as const, caption: "", columns, rows };
      const document = renderMarkdown(`${markdownTable(table)}\n`);
      const cells = [...document.querySelectorAll("tbody tr")]
        .map((row) => [...row.children].map((cell) => shown(cell.textContent)));
      assert.deepEqual(
        cells,
        rows.map((row) => row.map((text) => shown(plainText(text)))),
      );
      assert.deepEqual(foreignParts(document), []);
    }),
    { numRuns: 100 },
  );
});
