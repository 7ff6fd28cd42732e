import assert from "node:assert/strict";
import { HUES } from "@lib/chart/theme.ts";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { NO_CHROMIUM } from "../support/browser.ts";
import { usePage } from "../support/chart_page.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";
import type { IncidentWalk } from "../support/walk_incident.ts";

Deno.test(
  "a reader walks through the report of one incident, which leads nowhere that is not there",
  { ignore: NO_CHROMIUM },
  async (t) => {
    const input = sampleReportInput();
    const subject = input.incidents[1]!;
    const document = await buildDocument(input, { subject: subject.id });
    const walk = await usePage<IncidentWalk>(
      "walk_incident.ts",
      toHtml(document),
    );

    await t.step("it stands out among the others, whole and zoomed", () => {
      const { alarm, missing } = HUES;
      assert.deepEqual(walk.whole, {
        numbers: ["1", "▼ 2", "3", "4 (outage)"],
        fills: [missing, alarm, missing, missing],
      });
      assert.deepEqual(walk.zoomed, { numbers: ["▼ 2"], fills: [alarm] });
    });
    await t.step("it alone can be gone to", () => {
      assert.deepEqual(walk.clicked, ["", `#incident-${subject.id}`]);
      const [other, own] = walk.notices;
      assert.match(other ?? "", /does not have what the link leads to/);
      assert.equal(own, "");
      assert.deepEqual(walk.dead, []);
    });
    await t.step("it alone is marked", () => {
      assert.deepEqual(walk.marked, ["0 of 1 marked", "1 of 1 marked"]);
    });
    await t.step("its metrics are chosen", () => {
      const { contributions } = subject;
      const causes = contributions.filter(({ isCause }) => isCause);
      const shown = contributions.filter(({ isCause, share }) =>
        isCause || share >= 0.03
      );
      assert.deepEqual(walk.metrics, [shown.length, causes.length]);
    });
    await t.step("nothing complained", () => {
      assert.deepEqual(walk.complaints, []);
    });
  },
);
