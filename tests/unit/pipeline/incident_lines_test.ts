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
  earlyWarnings: [],
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
