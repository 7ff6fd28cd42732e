import assert from "node:assert/strict";
import type { Contribution } from "@lib/detect/incident.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { contributionsTable } from "@lib/report/sections/contributions_table.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());
const third = view.incidents[2]!;

function table(contributions: readonly Contribution[]) {
  const incident = { ...third.incident, contributions };
  return contributionsTable({ ...third, incident }, { intervalMs: 60_000 });
}

Deno.test("contributionsTable() writes actual and expected in units", () => {
  const [first] = table(third.incident.contributions).rows;
  assert.deepEqual(first, [
    "● sys-mem-available",
    "73 %",
    "5.22 GiB",
    "8.4–9.0 GiB",
    "below",
    "1 min after",
  ]);
});

const ONSETS = [
  ["2026-03-01T13:58:00Z", "at the start"],
  ["2026-03-01T13:55:00Z", "3 min before"],
  ["2026-03-01T14:01:00Z", "3 min after"],
  [null, "never"],
] as const;

for (const [onset, text] of ONSETS) {
  Deno.test(`contributionsTable() with an onset at ${onset} says ${text}`, () => {
    const contribution = { ...third.incident.contributions[0]!, onset };
    assert.equal(table([contribution]).rows[0]?.at(-1), text);
  });
}

Deno.test("contributionsTable() leaves out what is small, says so, and keeps causes", () => {
  const small = { ...third.incident.contributions[0]!, share: 0.004 };
  const { rows, caption } = table([
    small,
    { ...small, feature: "a", isCause: false },
    { ...small, feature: "b", isCause: false },
  ]);
  assert.equal(rows.length, 1);
  assert.match(caption, / 2 with smaller shares are left out\.$/);
});

Deno.test("contributionsTable() has one row for what moves together, told by the strongest", () => {
  const disk = { ...third.incident.contributions[0]!, group: "disk-io-time" };
  const { rows, caption } = table([
    { ...disk, feature: "a", share: 0.5, onset: "2026-03-01T14:01:00Z" },
    { ...disk, feature: "b", share: 0.3, onset: "2026-03-01T13:55:00Z" },
    { ...disk, feature: "c", share: 0.1, isCause: false, onset: null },
    { ...disk, feature: "d", share: 0.1, isCause: false, group: null },
  ]);
  assert.deepEqual(rows.map(([name, share]) => [name, share]), [
    ["● a (with b); moves with c", "90 %"],
    ["d", "10 %"],
  ]);
  assert.equal(
    rows[0]?.at(-1),
    "3 min after (b 3 min before)",
  );
  assert.match(caption, /Metrics that move together are one signal/);
});

Deno.test("contributionsTable() shows a dash for what is not known", () => {
  const contribution = {
    ...third.incident.contributions[0]!,
    actual: null,
    band: null,
  };
  assert.deepEqual(table([contribution]).rows[0]?.slice(2, 4), ["—", "—"]);
});
