import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { summarySection } from "@lib/report/sections/summary_section.ts";
import {
  sampleReportInput,
  type SampleReportOptions,
} from "../../../support/sample_report_input.ts";
import { sectionTexts } from "../../../support/section_texts.ts";

const QUIET = { incidents: 0, labels: "none", outages: "none" } as const;

function texts(options: SampleReportOptions = {}, changes = {}): string[] {
  const input = { ...sampleReportInput(options), ...changes };
  return sectionTexts(summarySection(toReportView(input)));
}

Deno.test("summarySection() says what was scored and what was found", () => {
  const [first] = texts();
  assert.equal(
    first,
    "server-1 was scored over 2026-03-01 06:29–17:59 UTC: 670 steps of 1 min, " +
      "11 h 10 min in all (50 steps have no score). 3 incidents and 1 outage " +
      "were found; the score was at or above its threshold in 6.9 % of the scored steps.",
  );
});

Deno.test("summarySection() tells each incident, and the outage in its own words", () => {
  const list = texts().filter((text) => text.startsWith("#"));
  assert.equal(list.length, 4);
  assert.match(list[0]!, /^#1: 2026-03-01 08:12–08:19 UTC, score 1\.82 × thr/);
  assert.match(list[3]!, /^#4: .*, outage: the server could not be read\.$/);
});

Deno.test("summarySection() of a quiet time tells how high the score got", () => {
  const [first] = texts(QUIET);
  assert.match(
    first!,
    /No incident was found: the score stayed below its threshold all the time\. Its highest value was 0\.\d\d × threshold at 2026-03-01 \d\d:\d\d UTC\.$/,
  );
  assert.ok(!texts(QUIET).some((text) => text.includes("contributing")));
});

Deno.test("summarySection() tells the worst of many", () => {
  const all = texts({ steps: 3000, incidents: 30, outages: "none" });
  assert.ok(all.includes("The 8 worst of 30:"));
  assert.equal(all.filter((text) => text.startsWith("#")).length, 8);
});

Deno.test("summarySection() says when one table was cut in two", () => {
  const { run } = sampleReportInput();
  const [first] = texts({}, {
    run: { ...run, split: { share: 0.7, at: "2026-03-01T06:00:00Z" } },
  });
  assert.match(
    first!,
    /learned from the first 70 % of the time, up to 2026-03-01 06:00 UTC; what came after it was scored\./,
  );
});

Deno.test("summarySection() does not hide what weakens the result", () => {
  assert.ok(
    texts().some((text) => text.includes("a weekly rhythm was not seen")),
  );
});
