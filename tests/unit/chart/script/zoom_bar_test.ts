import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { zoomBar } from "@lib/chart/script/zoom_bar.ts";

const RANGE = [
  Date.UTC(2026, 2, 1, 9, 3),
  Date.UTC(2026, 2, 1, 9, 4, 5),
] as const;

function opened() {
  const page: Document = new JSDOM("<body></body>").window.document;
  const done: unknown[] = [];
  const bar = zoomBar(page, {
    reset: () => done.push("reset"),
    zoomBy: (factor) => done.push(factor),
  });
  const element = page.querySelector<HTMLElement>("[data-chart-controls]")!;
  const shown = () =>
    element.style.display === "none" ? [] : [...element.children]
      .filter((child) => !child.hasAttribute("hidden"))
      .map((child) => child.getAttribute("aria-label") ?? child.textContent);
  return { page, bar, done, shown };
}

Deno.test("zoomBar() tells the range as parameters, to the second", () => {
  const { bar, shown, page } = opened();
  assert.deepEqual(shown(), []);
  bar.show(RANGE);
  const told = `"from": "2026-03-01T09:03Z", "to": "2026-03-01T09:04:05Z"`;
  assert.deepEqual(shown(), [
    "Zoomed to",
    told,
    "Reset zoom",
    "Zoom out",
    "Zoom in",
  ]);
  bar.show(undefined);
  assert.deepEqual(shown(), []);
  assert.equal(page.querySelector("code")?.textContent, "");
});

Deno.test("zoomBar() offers to zoom in where all is shown", () => {
  const { bar, shown, done, page } = opened();
  bar.offer();
  assert.deepEqual(shown(), ["Zoom in"]);
  for (const button of page.querySelectorAll("button")) button.click();
  assert.deepEqual(done, ["reset", 2, 0.5]);
});
