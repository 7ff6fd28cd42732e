import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { htmlLead } from "@lib/report/html/html_lead.ts";

Deno.test("htmlLead() writes the verdict and each figure with its detail, escaped", () => {
  const { body } = new JSDOM(htmlLead({
    verdict: "The worst: <img> 287 /s",
    caution: "Learned from 5 h only, <b>.",
    warnings: [{ text: "memory <b> reaches 0 B", section: "early-warnings" }],
    figures: [
      { term: "Peak", value: "9.2 ×", detail: "<b>", section: "incident-2" },
      { term: "Time", value: "2 min", detail: "of 46 min", section: null },
    ],
  })).window.document;
  assert.equal(
    body.querySelector(".verdict")?.textContent,
    "The worst: <img> 287\u00a0/s",
  );
  assert.equal(
    body.querySelector(".verdict + .caution")?.textContent,
    "Learned from 5\u00a0h only, <b>.",
  );
  const warning = body.querySelector(".caution + .warning");
  assert.equal(warning?.textContent, "Warning: memory <b> reaches 0\u00a0B");
  assert.equal(
    warning?.querySelector("a")?.getAttribute("href"),
    "#early-warnings",
  );
  const [peak, time] = body.querySelectorAll("dl > div");
  assert.equal(peak?.querySelector("a")?.getAttribute("href"), "#incident-2");
  assert.equal(peak?.querySelector(".value")?.textContent, "9.2 ×");
  assert.equal(peak?.querySelector("dd:last-child")?.textContent, "<b>");
  assert.equal(time?.querySelector("a"), null);
});

Deno.test("htmlLead() writes no caution and no warning where there is no reason for one", () => {
  const quiet = { verdict: "Quiet.", caution: null, warnings: [], figures: [] };
  assert.doesNotMatch(htmlLead(quiet), /caution|[Ww]arning/);
});
