import assert from "node:assert/strict";
import { cautionTexts } from "@lib/report/trust/caution_texts.ts";
import { notScoredText } from "@lib/report/trust/not_scored_text.ts";
import { unknownColumns } from "@lib/report/trust/unknown_columns.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput();
const { start } = INPUT.evaluation.span;
const before = (minutes: number) =>
  new Date(Date.parse(start) - minutes * 60_000).toISOString();

const signal = {
  ...{ feature: "disk await", unit: "ms", kind: "far" as const, value: 40 },
  usual: [1, 2] as const,
};
const gross = (end: string) => ({
  ...INPUT,
  training: {
    ...INPUT.training,
    end,
    robustPass: {
      outcome: "left out" as const,
      steps: 10,
      spans: [{
        ...{ start: before(100), end: before(91), steps: 10 },
        signals: [signal],
      }],
    },
  },
  run: { ...INPUT.run, split: null },
});

Deno.test("notScoredText() tells of gross time that lies right before the scored time", () => {
  const text = notScoredText(gross(before(1)));
  assert.match(
    text,
    /^1 stretch of the time learned from stood out and was not/,
  );
  assert.match(text, /disk await.*not scored.*--train.*--model/);
});

Deno.test("notScoredText() is silent of training time of other days", () => {
  assert.equal(notScoredText(gross(before(30 * 24 * 60))), "");
  assert.equal(notScoredText(INPUT), "");
});

Deno.test("unknownColumns() names what the schema does not know, also where it was left out", () => {
  const { metrics } = INPUT.table;
  const column = { unit: "", reason: "constant" as const, detail: "" };
  const known = unknownColumns({ metrics, excluded: [] });
  assert.deepEqual(known, { names: "", count: 0 });
  const excluded = [{ ...column, name: "http 5xx/s" }];
  assert.deepEqual(
    unknownColumns({ metrics, excluded }),
    { names: "http 5xx/s", count: 1 },
  );
});

Deno.test("cautionTexts() tells of a constant that moved, of one incident only where it moved meanwhile", () => {
  const moved = {
    ...{ feature: "raid_degraded", unit: "", learned: 0, steps: 60 },
    ...{ lowest: 1, highest: 1 },
    ...{ firstAt: "2026-03-01T13:00:00Z", lastAt: "2026-03-01T13:59:00Z" },
  };
  const evaluation = { ...INPUT.evaluation, movedConstants: [moved] };
  const input = { ...INPUT, evaluation };
  const told = (incident?: string) =>
    cautionTexts(toReportView(input, incident ? { subject: incident } : {}))
      .join(" ");
  assert.match(
    told(),
    /raid_degraded, constant 0, was 1 for 1 h from 2026-03-01 13:00 UTC on\./,
  );
  assert.match(told(INPUT.incidents[2]!.id), /raid_degraded/);
  assert.doesNotMatch(told(INPUT.incidents[0]!.id), /raid_degraded/);
});
