import assert from "node:assert/strict";
import type { Comparison } from "@lib/pipeline/compare/comparison.ts";
import { comparisonLines } from "../../../scripts/comparison_lines.ts";

const seen = (delaySeconds: number, topFeature: string | null) => (
  { incident: "web-1", delaySeconds, topFeature, topGroup: topFeature }
);
const at = (hour: number, more = "00:05") =>
  `2026-06-10T${String(hour).padStart(2, "0")}:${more}Z`;
const incident = (
  hour: number,
  change: Comparison["incidents"][number]["change"],
  current: ReturnType<typeof seen> | null,
  candidate: ReturnType<typeof seen> | null,
) => ({
  ...{ start: at(hour), end: at(hour + 1, "12:05"), note: "", change },
  ...{ source: "labels" as const, current, candidate },
});
const measures = {
  ...{ found: 2, medianDelaySeconds: 95, incidentsPerDay: 1.25 },
  falseAlarms: { count: 3, perDay: 0.43 },
};
const long = "sys-context-switch-rate-of-all-cores";
const comparison: Comparison = {
  ...{ name: "web", host: "web-1", budget: "1/day", basis: "labels" },
  span: { start: at(0), end: at(23) },
  intervalMs: 60_000,
  incidents: [
    incident(1, "same", seen(0, "cpu-user"), seen(4355, long)),
    incident(3, "lost", seen(4355, long), null),
    incident(5, "gained", null, seen(0, null)),
  ],
  current: { version: "c2a6bb358403", ...measures },
  candidate: {
    ...{ version: "98fe76dc54ba", ...measures, medianDelaySeconds: null },
  },
  ...{
    lost: 1,
    gained: 1,
    firstSignalChanged: 1,
    firstGroupChanged: 0,
    worse: [],
    warnings: ["W."],
  },
};

Deno.test("comparisonLines() sets a row an incident and a row a measure in 80 columns", () => {
  const lines = comparisonLines(comparison);
  assert.deepEqual(lines, [
    "web on web-1, 2026-06-10 00:00:05–23:00:05 UTC: 3 labelled incidents",
    "",
    "   incident (UTC)    lasted      in use c2a6bb358403     new 98fe76dc54ba",
    "   2026-06-10 01:00  1 h 13 min  at once, cpu-user       1 h 13 min, sys-…cores",
    "−  2026-06-10 03:00  1 h 13 min  1 h 13 min, sys-…cores  not found",
    "+  2026-06-10 05:00  1 h 13 min  not found               at once",
    "   found                         2 of 3                  2 of 3",
    "   median delay                  1 min 35 s              –",
    "   false alarms                  3 (0.43 a day)          3 (0.43 a day)",
    "   incidents a day               1.25                    1.25",
    "",
    "− lost: 1, + gained: 1, first signal changed: 1, to another group: 0",
    "W.",
  ]);
  assert.ok(lines.every((line) => [...line].length <= 80));
});

Deno.test("comparisonLines() lists what changed first to be listed, of many", () => {
  const many = Array.from(
    { length: 60 },
    (_, i) =>
      i === 59
        ? comparison.incidents[1]!
        : incident(1, "same", seen(0, `m${i}`), seen(0, `m${i}`)),
  );
  const lines = comparisonLines({ ...comparison, incidents: many });
  assert.equal(lines.filter((line) => /^[− +] {2}2026/.test(line)).length, 40);
  assert.ok(lines.some((line) => line.startsWith("−  2026")));
  assert.ok(lines.includes("and 20 more that are as before"));
});

Deno.test("comparisonLines() without labels says whose incidents they are, and tells of no false alarms", () => {
  const { falseAlarms: _, ...rest } = measures;
  const bare = { ...rest, falseAlarms: null };
  const lines = comparisonLines({
    ...comparison,
    basis: "incidents",
    current: { version: "a", ...bare },
    candidate: { version: "b", ...bare },
  });
  assert.match(
    lines[0]!,
    /: 3 incidents that earlier runs or one of these versions found, not labelled$/,
  );
  assert.ok(!lines.some((line) => line.includes("false alarms")));
  assert.match(
    comparisonLines({ ...comparison, incidents: [] })[0]!,
    /: no incident is known in it, so that nothing tells which is better$/,
  );
});
