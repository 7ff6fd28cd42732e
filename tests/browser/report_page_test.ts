import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { NO_CHROMIUM } from "../support/browser.ts";
import { usePage } from "../support/chart_page.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";
import type { Walk } from "../support/walk_report.ts";

/** First and last time that an axis shows. */
function times(axis: string | null): string[] {
  return (axis ?? "").split(" ").slice(1, 3)
    .map((ms) => new Date(Number(ms)).toISOString().slice(0, 16));
}

Deno.test(
  "a reader walks through the report by its charts, links and choices",
  { ignore: NO_CHROMIUM },
  async (t) => {
    const input = sampleReportInput();
    const html = toHtml(await buildDocument(input));
    const walk = await usePage<Walk>("walk_report.ts", html);

    await t.step("a click or Enter on an incident leads to its part", () => {
      assert.equal(walk.clicked, `#incident-${input.incidents[0]?.id}`);
      assert.equal(walk.entered, `#incident-${input.incidents[1]?.id}`);
      assert.deepEqual(walk.tapped, ["", true], "a finger reads there");
      assert.deepEqual(walk.cursors, ["pointer", "crosshair"]);
    });
    await t.step("a double click on an incident shows all and stays", () => {
      assert.equal(walk.doubled[0], "");
      assert.deepEqual(times(walk.doubled[1]), [
        "2026-03-01T06:00",
        "2026-03-01T17:59",
      ]);
    });
    await t.step("a zoom stands in the address, which shows it again", () => {
      const [, from, to] =
        /^#incident-[\w-]+Z&t=([^/]+)\/(.+)$/.exec(walk.dragged) ??
          [];
      assert.ok(from && to, walk.dragged);
      assert.deepEqual(times(walk.shared), [
        from.slice(0, 16),
        to.slice(0, 16),
      ]);
      assert.deepEqual(walk.kept, [
        walk.dragged.replace(/incident-[^&]+/, "trends"),
        walk.shared,
      ], "links in the page keep it");
      assert.equal(walk.query, "?from=mail");
      assert.equal(walk.escaped[0], "#trends");
      assert.deepEqual(times(walk.escaped[1]), [
        "2026-03-01T06:00",
        "2026-03-01T17:59",
      ]);
    });
    await t.step("a link to a moment shows 60 steps around it", () => {
      assert.deepEqual(times(walk.moment), [
        "2026-03-01T11:30",
        "2026-03-01T12:30",
      ]);
    });
    await t.step("a link that leads nowhere says so", () => {
      const [unread, outside, unknown, good] = walk.notices;
      assert.match(unread ?? "", /cannot be read/);
      assert.match(outside ?? "", /nothing of the link's time/);
      assert.match(unknown ?? "", /does not have/);
      assert.equal(good, "");
    });
    await t.step("an incident's link and button lead to it", () => {
      assert.ok(walk.ownLink >= 0 && walk.ownLink < 60, `${walk.ownLink} px`);
      const incident = input.incidents[1];
      const [from = "", to = ""] = times(walk.shownTime);
      assert.ok(incident && from < incident.start && to > incident.end);
    });
    await t.step("metrics are chosen", () => {
      // An outage names server-up, which is no metric to draw.
      const anomalies = input.incidents.filter(({ kind }) =>
        kind === "anomaly"
      );
      const signals = new Set(
        anomalies.flatMap(({ contributions }) =>
          contributions.filter(({ isCause }) => isCause)
            .map(({ feature }) => feature)
        ),
      );
      const loads = input.table.metrics
        .filter(({ name }) => name.includes("load")).length;
      assert.deepEqual(walk.metrics, [
        input.table.metrics.length,
        0,
        signals.size,
        loads,
      ]);
    });
    await t.step("nothing was asked for and nothing complained", () => {
      assert.ok(walk.requests.every((url) => url.startsWith("file:///")));
      assert.equal(walk.requests.length, 3, "the page, three times");
      assert.deepEqual(walk.complaints, []);
    });
  },
);
