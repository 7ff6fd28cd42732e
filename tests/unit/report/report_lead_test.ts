import assert from "node:assert/strict";
import type { ReportInput } from "@lib/report/report_input.ts";
import { reportLead } from "@lib/report/report_lead.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const INPUT = sampleReportInput();
const QUIET = { incidents: 0, labels: "none", outages: "none" } as const;

const lead = (changes: Partial<ReportInput> = {}) =>
  reportLead(toReportView({ ...INPUT, ...changes }));

Deno.test("reportLead() names the worst incident with its signals in units", () => {
  assert.match(
    lead().verdict,
    /^In 11 h 31 min, 2026-03-01 06:29–17:59 UTC, server-1 had 3 incidents and 1 outage\. The worst, incident #3, lasted 20 min, 13:58–14:17 UTC: sys-mem-available [\d.]+ GiB, expected .*; disk-bytes-written [\d.]+ MiB\/s, expected .*; and 1 more signal\. The server could not be read for 14 min, 16:48–17:01 UTC \(outage #4\)\.$/,
  );
});

Deno.test("reportLead() of one incident does not call it the worst", () => {
  const { verdict } = lead({ incidents: INPUT.incidents.slice(0, 1) });
  assert.match(verdict, /had 1 incident\. The incident lasted 8 min, /);
});

Deno.test("reportLead() of an outage alone blames no metric", () => {
  const { verdict, figures } = lead({ incidents: INPUT.incidents.slice(3) });
  assert.equal(
    verdict,
    "In 11 h 31 min, 2026-03-01 06:29–17:59 UTC, server-1 had 1 outage. The server could not be read for 14 min, 16:48–17:01 UTC.",
  );
  assert.equal(figures[2]?.detail, "the threshold");
  assert.equal(figures[2]?.section, null);
});

Deno.test("reportLead() of a quiet time says how high the score got", () => {
  const { verdict, figures } = reportLead(
    toReportView(sampleReportInput(QUIET)),
  );
  assert.match(
    verdict,
    /^The score stayed below its threshold all the time\. Its highest value was 0\.\d\d × threshold at \d\d:\d\d UTC\.$/,
  );
  assert.equal(figures[0]?.value, "0");
  assert.equal(figures[0]?.detail, "no outage either");
});

Deno.test("reportLead() gives count, time, peak, and what limits trust", () => {
  // 46 of the 670 scored steps of one minute are at 1 or above.
  const above = INPUT.score.filter((value) => value >= 1).length;
  assert.equal(above, 46);
  assert.deepEqual(lead().figures, [
    {
      term: "Incidents",
      value: "3",
      detail: "2 critical, 1 minor and 1 outage",
      section: "incidents",
    },
    {
      term: "Above the threshold",
      value: "46 min",
      detail: "6.9 % of 11 h 10 min",
      section: null,
    },
    {
      term: "Highest score",
      value: "12.1 ×",
      detail: "the threshold; #3, sys-mem-available",
      section: "incident-3",
    },
    {
      term: "Learned from",
      value: "2 d",
      detail: "1 limit of trust and 6.9 % not scored",
      section: "blind-spots",
    },
  ]);
});

Deno.test("reportLead() shows no number that is none where nothing was scored", () => {
  const { verdict, figures } = reportLead(
    toReportView({
      ...sampleReportInput(QUIET),
      score: new Float32Array(720).fill(NaN),
    }),
  );
  assert.equal(verdict, "No step could be scored.");
  assert.doesNotMatch(JSON.stringify(figures), /NaN|Infinity|undefined/);
});

Deno.test("reportLead() does not count as learned from what was left out", () => {
  const leftOut = { steps: 66, spans: [] };
  const { figures } = lead({ training: { ...INPUT.training, leftOut } });
  assert.equal(figures[3]?.term, "Learned from");
  assert.equal(figures[3]?.value, "1 d 23 h");
});

Deno.test("reportLead() names beside the highest score the signal that the lists begin with", () => {
  const worst = INPUT.incidents[2]!;
  const [first, second, third] = worst.contributions;
  const { figures } = lead({
    incidents: [{
      ...worst,
      contributions: [
        { ...first!, share: 0.4, group: null },
        { ...second!, share: 0.35, group: "both" },
        { ...third!, share: 0.25, group: "both" },
      ],
    }],
  });
  assert.equal(figures[2]?.detail, `the threshold; #1, ${second!.feature}`);
});
