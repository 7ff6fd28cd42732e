import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { tableSigns } from "@lib/report/page/marks/table_signs.ts";

const table = (text: string) =>
  `<div class="scroll"><table><tbody><tr><th scope="row">${text}</th></tr></tbody></table></div>`;

Deno.test("tableSigns() marks the table of incidents, and no metric of that name in the data of a chart", () => {
  const { window: { document } } = new JSDOM(
    `<section id="incidents">${table("#1")}
    <section><details class="data">${
      table("#1")
    }</details></section></section>`,
  );
  const incident = {
    ...{ id: "web-1", number: 1, section: "incident-1", signals: [] },
    kind: "anomaly" as const,
    ...{ start: "2026-03-01T06:00:00Z", end: "2026-03-01T06:10:00Z" },
  };
  const signs = tableSigns(document, [incident], () => {});
  signs.show(incident, { mark: "true", note: "" });
  const cells = [...document.querySelectorAll("th")];
  assert.deepEqual(cells.map(({ textContent }) => textContent), [
    "#1 ✓ true",
    "#1",
  ]);
});
