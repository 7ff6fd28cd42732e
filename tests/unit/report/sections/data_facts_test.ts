import assert from "node:assert/strict";
import type { Clock } from "@lib/frame/raw_table.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { dataFacts } from "@lib/report/sections/data_facts.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput({ outages: "outage" });

function told(changes: Partial<typeof INPUT.table> = {}): string[] {
  const view = toReportView({
    ...INPUT,
    table: { ...INPUT.table, ...changes },
  });
  return dataFacts(view).items.map(({ term, value }) => `${term}: ${value}`);
}

Deno.test("dataFacts() tells span, interval, rows, gaps and what was put right", () => {
  assert.deepEqual(told(), [
    "Host: server-1",
    "Span: 2026-03-01 06:00–17:59 UTC (12 h)",
    "Interval: 1 min, 720 steps",
    "Rows read: 715 from data/raw/server-1.csv",
    "Times: written without a zone and taken as UTC",
    "Gaps: 2 gaps, 21 min in all",
    "Watched for running out: sys-mem-available (floor 0 B)",
    "Put right in reading: 2 rows with the time of another, 1 row out of order, " +
    "3 cells that are no number (load-1m 3 from line 118 on), 1 infinite value",
  ]);
});

Deno.test("dataFacts() of clean data says so", () => {
  const facts = {
    ...INPUT.table.facts,
    duplicates: 0,
    unordered: 0,
    badCells: [],
    infinite: 0,
  };
  const texts = told({ gaps: [], facts });
  assert.ok(texts.includes("Gaps: none"), texts.join("|"));
  assert.ok(texts.includes("Put right in reading: nothing"), texts.join("|"));
});

Deno.test("dataFacts() tells how times were read, for every clock", () => {
  const clocks: readonly Clock[] = [
    "zoned",
    "epoch",
    "naive",
    "offset",
    "unplaced",
  ];
  const times = clocks.map((clock) =>
    told({ facts: { ...INPUT.table.facts, clock } })
      .find((text) => text.startsWith("Times: "))
  );
  assert.equal(new Set(times).size, clocks.length);
  assert.match(times[4]!, /1970-01-01/);
});

Deno.test("dataFacts() names the files as the user did", () => {
  const run = { ...INPUT.run, inputs: [] };
  const facts = dataFacts(toReportView({ ...INPUT, run }));
  assert.equal(facts.items[3]?.value, "715 from data/raw/server-1.csv");
  const [input] = INPUT.run.inputs;
  const named = { ...INPUT.run, inputs: [{ ...input!, path: "mine.csv" }] };
  const other = dataFacts(toReportView({ ...INPUT, run: named }));
  assert.equal(other.items[3]?.value, "715 from mine.csv");
});

Deno.test("dataFacts() says what was watched for running out, and that nothing did", () => {
  const watched = (changes: Partial<typeof INPUT>) => {
    const view = toReportView({ ...INPUT, ...changes });
    return dataFacts(view).items
      .find(({ term }) => term === "Watched for running out")?.value;
  };
  const evaluation = { ...INPUT.evaluation, earlyWarnings: [] };
  assert.equal(
    watched({ evaluation }),
    "sys-mem-available (floor 0 B): no lasting trend to its limit at the end of the data",
  );
  const [memory] = INPUT.limited;
  const replaced = { ...memory!, limit: 8e9, side: "ceiling" as const };
  assert.match(
    watched({ evaluation, limited: [replaced] }) ?? "",
    /^sys-mem-available \(ceiling 7\.45 GiB, in place of the usual floor 0 B\): no/,
  );
  assert.equal(
    watched({ evaluation, limited: [] }),
    "no metric has a known limit; --limit NAME=VALUE states one",
  );
});
