import assert from "node:assert/strict";
import { tableForms } from "@lib/frame/table_forms.ts";

const columns = [
  { title: "metric", align: "left" },
  { title: "max", align: "right" },
] as const;

Deno.test("tableForms() shows hostile names as text", () => {
  const rows = [['<script>alert("a")</script>', "1"]];
  const { "text/html": html = "" } = tableForms({
    ...{ caption: "<b>&", columns, rows },
  });
  assert.match(html, /&lt;script&gt;alert\(&quot;a&quot;\)&lt;\/script&gt;/);
  assert.match(html, />&lt;b&gt;&amp;<\/caption>/);
});

Deno.test("tableForms() sets text in columns, numbers to the right", () => {
  const rows = [["cpu", "0.5"], ["load-1m", "12"]];
  const forms = tableForms({ caption: "Two", columns, rows });
  assert.deepEqual(forms["text/plain"]?.split("\n"), [
    "Two",
    "metric   max",
    "cpu      0.5",
    "load-1m   12",
  ]);
});

Deno.test("tableForms() keeps short columns on one line and breaks long ones", () => {
  const rows = [["cpu", "x".repeat(90)]];
  const { "text/html": html = "" } = tableForms({ caption: "", columns, rows });
  assert.match(html, /nowrap">cpu</);
  assert.match(html, /right">x/);
});

Deno.test("tableForms() without titles has no head", () => {
  const untitled = columns.map((column) => ({ ...column, title: "" }));
  const forms = tableForms({
    caption: "",
    columns: untitled,
    rows: [["a", "b"]],
  });
  assert.doesNotMatch(forms["text/html"] ?? "", /<th/);
  assert.equal(forms["text/plain"], "a  b");
});
