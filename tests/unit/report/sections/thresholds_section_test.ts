import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { perDayText } from "@lib/report/sections/budget_words.ts";
import { thresholdsSection } from "@lib/report/sections/thresholds_section.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const section = thresholdsSection(toReportView(sampleReportInput()));

Deno.test("thresholdsSection() tells the budget, the rate expected and the rate seen", () => {
  assert.deepEqual(sectionTexts(section), [
    "The score's threshold is fitted to an alarm budget of 1/day, on 3 d 12 h of " +
    "the training data that were kept for it; at that threshold they hold 0.80 " +
    "incidents a day, which is what to expect of such time. Alarm budget 1/day: " +
    "3 incidents in 11 h 10 min, where 0 to 2 would be usual (95 %): more than " +
    "its rate brings. Incidents that are real count among them; where most are " +
    "not, this time is unlike the training data: train on newer time, or take " +
    "a smaller budget.",
  ]);
});

Deno.test("thresholdsSection() says where the rate is extrapolated, and where it is what the budget brings", () => {
  const input = sampleReportInput();
  const { evaluation } = input;
  const { thresholds, rates } = evaluation;
  const [text = ""] = sectionTexts(thresholdsSection(toReportView({
    ...input,
    evaluation: {
      ...evaluation,
      thresholds: { ...thresholds, extrapolated: true, interval: [0.5, 4] },
      rates: {
        ...{ ...rates, incidents: 2, expectedPerDay: 0.14 },
        ...{ allowed: [0, 2], standing: "within" },
      },
    },
  })));
  assert.match(text, /too short to show such a budget, and by the tail/);
  assert.match(
    text,
    /0\.14 incidents a day are expected, below the budget's 1\.0 incidents a day: by choice the threshold stays above the highest score of that time\. /,
  );
  assert.match(text, /0 to 2 would be usual \(95 %\): within its rate\.$/);
});

Deno.test("perDayText() does not call a small rate none", () => {
  assert.equal(perDayText(1.8e-5), "fewer than 0.01 incidents a day");
  assert.equal(perDayText(0), "0 incidents a day");
});

Deno.test("thresholdsSection() lists own thresholds in units, most passed first", () => {
  const [rows] = sectionTables(section);
  assert.equal(rows?.length, 7);
  assert.deepEqual(rows?.[0], [
    "sys-mem-available",
    "± 288 MiB",
    "31",
    "4.6 %",
  ]);
  assert.deepEqual(rows?.[6], ["sys-thermal", "± 0.018 °C/s", "0", "0 %"]);
});
