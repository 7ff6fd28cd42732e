import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { summarySection } from "@lib/report/sections/summary_section.ts";
import {
  sampleReportInput,
  type SampleReportOptions,
} from "../../../support/sample_report_input.ts";
import { sectionTexts } from "../../../support/section_texts.ts";

const QUIET = { incidents: 0, labels: "none", outages: "none" } as const;

async function texts(
  options: SampleReportOptions = {},
  changes = {},
): Promise<string[]> {
  const input = { ...sampleReportInput(options), ...changes };
  return sectionTexts(await summarySection(toReportView(input)));
}

Deno.test("summarySection() says what was scored and what was found", async () => {
  const [first] = await texts();
  assert.equal(
    first,
    "server-1 was scored over 2026-03-01 06:29–17:59 UTC: 670 steps of 1 min, " +
      "11 h 10 min in all (50 steps have no score). 3 incidents and 1 outage " +
      "were found; the score was at or above its threshold in 6.9 % of the scored steps.",
  );
});

Deno.test("summarySection() begins with the score over the whole time", async () => {
  const { blocks } = await summarySection(toReportView(sampleReportInput()));
  const [first] = blocks;
  assert.equal(first?.kind === "figure" && first.id, "score");
});

Deno.test("summarySection() of a quiet time tells how high the score got", async () => {
  const [first] = await texts(QUIET);
  assert.match(
    first!,
    /No incident was found\. The score stayed below its threshold all the time\. Its highest value was 0\.\d\d × threshold at \d\d:\d\d UTC\.$/,
  );
  assert.ok(
    !(await texts(QUIET)).some((text) => text.includes("contributing")),
  );
});

Deno.test("summarySection() says when one table was cut in two", async () => {
  const { run } = sampleReportInput();
  const [first] = await texts({}, {
    run: { ...run, split: { share: 0.7, at: "2026-03-01T06:00:00Z" } },
  });
  assert.match(
    first!,
    /learned from the first 70 % of the time, up to 2026-03-01 06:00 UTC; what came after it was scored\./,
  );
});

Deno.test("summarySection() does not hide what weakens the result", async () => {
  assert.ok(
    (await texts()).some((text) => text.includes("shows no weekly rhythm")),
  );
});

Deno.test("summarySection() says once what makes all incidents less sure, and of one nothing", async () => {
  const said =
    /All incidents are less sure, since the model learned from .*\.$/;
  assert.equal((await texts()).filter((text) => said.test(text)).length, 1);
  const incidents = sampleReportInput().incidents.slice(0, 1);
  const one = await texts({}, { incidents });
  assert.ok(!one.some((text) => said.test(text)));
});
