import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import { incidentLines } from "@lib/pipeline/incident_lines.ts";

const part = (feature: string, share: number) => ({
  feature,
  unit: "",
  share,
  isCause: true,
  group: null,
  actual: 1,
  expected: 0,
  band: [0, 0] as const,
  direction: "high" as const,
  onset: null,
});

const MINUTE = { intervalMs: 60_000 };

const anomaly: Incident = {
  id: "h-1",
  host: "h",
  kind: "anomaly",
  start: "2026-01-01T14:02:00Z",
  end: "2026-01-01T14:31:00Z",
  peak: "2026-01-01T14:10:00Z",
  peakScore: 6.13,
  severity: "critical",
  contributions: [
    part("a", 0.5),
    part("b", 0.3),
    part("c", 0.1),
    part("d", 0.1),
  ],
  counterfactual: null,
  confidence: null,
  change: null,
  earlyWarnings: [],
  warnedOf: [],
  seenBefore: [],
};

Deno.test("incidentLines() names time, length, score and the top three metrics", () => {
  assert.deepEqual(incidentLines([anomaly], MINUTE), [
    "2026-01-01T14:02:00Z   30 min  critical  6.1 × threshold  a 50 %, b 30 %, c 10 %",
  ]);
});

Deno.test("incidentLines() says what an outage is", () => {
  const [line] = incidentLines([{
    ...anomaly,
    kind: "outage",
    peakScore: null,
  }], MINUTE);
  assert.match(line!, /server could not be read$/);
});

Deno.test("incidentLines() says that there is nothing", () => {
  assert.deepEqual(incidentLines([], MINUTE), ["No incidents"]);
});

Deno.test("incidentLines() lets no name steer the terminal", () => {
  const [line] = incidentLines([{
    ...anomaly,
    contributions: [part("\u001b[2Jgone\r\n", 1)],
  }], MINUTE);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(line!, /[\u0000-\u001f]/);
});

Deno.test("incidentLines() names metrics that move together as one, with all their share", () => {
  const [line] = incidentLines([{
    ...anomaly,
    contributions: [
      part("a", 0.5),
      { ...part("load-5m", 0.2), group: "load-1m" },
      part("c", 0.16),
      { ...part("load-1m", 0.14), group: "load-1m" },
    ],
  }], MINUTE);
  assert.match(line!, / {2}a 50 %, load-5m \(with load-1m\) 34 %, c 16 %$/);
});

const low = (...reasons: string[]) => ({ level: "low" as const, reasons });

Deno.test("incidentLines() says how sure an incident is, with the first reason", () => {
  const [line] = incidentLines(
    [{ ...anomaly, confidence: low("its peak is low", "and more") }],
    MINUTE,
  );
  assert.match(line!, / {2}confidence low \(its peak is low\)$/);
  const [sure] = incidentLines([{
    ...anomaly,
    confidence: { level: "high", reasons: ["its peak is high"] },
  }], MINUTE);
  assert.match(sure!, / {2}confidence high$/);
});

Deno.test("incidentLines() says once what makes all incidents less sure", () => {
  const [first, second, outage, all, ...rest] = incidentLines([
    { ...anomaly, confidence: low("short history") },
    { ...anomaly, confidence: low("short history", "its peak is low") },
    { ...anomaly, kind: "outage", confidence: { level: "high", reasons: [] } },
  ], MINUTE);
  assert.match(first!, / {2}confidence low$/);
  assert.match(second!, / {2}confidence low \(its peak is low\)$/);
  assert.match(outage!, /server could not be read$/);
  assert.equal(all, "All incidents are less sure, since short history");
  assert.deepEqual(rest, []);
});
