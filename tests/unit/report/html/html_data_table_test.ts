import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { htmlDataTable } from "@lib/report/html/html_data_table.ts";

Deno.test("htmlDataTable() is read as a whole table, with scopes and hostile names as text", () => {
  const html = htmlDataTable({
    kind: "table",
    caption: "Data <b>",
    columns: [{ title: "Metric", align: "left" }, {
      title: "Most",
      align: "right",
    }],
    rows: [["<img src=x>", "1"], ["b", { text: "</table>", section: "s" }]],
  });
  const { document } = new JSDOM(html).window;
  const cells = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) =>
      textContent?.trim()
    );
  assert.deepEqual(cells("tbody tr > *"), [
    "<img src=x>",
    "1",
    "b",
    "</table>",
  ]);
  assert.deepEqual(cells("thead th[scope=col]"), ["Metric", "Most"]);
  assert.deepEqual(cells("tbody th[scope=row]"), ["<img src=x>", "b"]);
  assert.deepEqual(cells("caption"), ["Data <b>"]);
  assert.equal(document.querySelector("img"), null);
});
