import assert from "node:assert/strict";
import type { Contribution, Incident } from "@lib/detect/incident.ts";
import {
  incidentSentence,
  incidentTime,
  signalsText,
} from "@lib/report/incident_sentence.ts";

const MIB = 2 ** 20;

const WRITES: Contribution = {
  feature: "disk-bytes-written",
  unit: "bytes/s",
  share: 0.8,
  isCause: true,
  group: null,
  actual: 312 * MIB,
  expected: 12 * MIB,
  band: [4 * MIB, 21 * MIB],
  direction: "high",
  onset: "2026-11-22T14:02:00Z",
};

const INCIDENT: Incident = {
  id: "server-1-20261122T140200Z",
  host: "server-1",
  kind: "anomaly",
  start: "2026-11-22T14:02:00Z",
  end: "2026-11-22T14:31:00Z",
  peak: "2026-11-22T14:10:00Z",
  peakScore: 6.1,
  severity: "critical",
  contributions: [WRITES],
  counterfactual: null,
  confidence: null,
  change: null,
  earlyWarnings: [],
  warnedOf: [],
  seenBefore: [],
};

const of = (feature: string, changes: Partial<Contribution> = {}) => ({
  ...WRITES,
  feature,
  ...changes,
});

const CASES: readonly (readonly [string, Partial<Incident>, string])[] = [
  [
    "one signal in units",
    {},
    "2026-11-22 14:02–14:31 UTC, score 6.1 × threshold: disk-bytes-written 312 MiB/s, expected 4.0–21 MiB/s.",
  ],
  [
    "an incident over midnight",
    { start: "2026-11-22T23:50:00Z", end: "2026-11-23T00:10:00Z" },
    "2026-11-22 23:50 – 2026-11-23 00:10 UTC, score 6.1 × threshold: disk-bytes-written 312 MiB/s, expected 4.0–21 MiB/s.",
  ],
  [
    "a single step",
    { end: "2026-11-22T14:02:00Z" },
    "2026-11-22 14:02 UTC, score 6.1 × threshold: disk-bytes-written 312 MiB/s, expected 4.0–21 MiB/s.",
  ],
  [
    "more causes than are named",
    {
      contributions: [
        of("cpu-iowait", { unit: "cores", actual: 3.1, band: [0, 0.4] }),
        of("b", { unit: "", actual: 7, band: null, expected: 2 }),
        of("c", { actual: null, band: null, expected: null }),
        of("d"),
        of("e"),
        of("f", { isCause: false }),
      ],
    },
    "2026-11-22 14:02–14:31 UTC, score 6.1 × threshold: cpu-iowait 3.1 cores, expected 0–0.4 cores; b 7, expected 2; c; and 2 more signals.",
  ],
  [
    "no cause",
    {
      peakScore: 1.2,
      contributions: [
        of("a", { isCause: false, share: 0.31 }),
        of("b", { isCause: false, share: 0.055 }),
      ],
    },
    "2026-11-22 14:02–14:31 UTC, score 1.20 × threshold: no signal passed its own threshold; the largest shares are a 31 %, b 5.5 %.",
  ],
  [
    "metrics that move together",
    {
      contributions: [
        of("load-5m", { group: "load-1m", unit: "1", actual: 9, band: [0, 2] }),
        of("cpu-user", { unit: "cores", actual: 4, band: [0, 1] }),
        of("load-1m", { group: "load-1m" }),
        of("load-15m", { group: "load-1m", isCause: false }),
      ],
    },
    "2026-11-22 14:02–14:31 UTC, score 6.1 × threshold: load-5m (with load-1m) 9, expected 0–2; cpu-user 4 cores, expected 0–1 cores.",
  ],
  [
    "an outage",
    { kind: "outage", peakScore: null, contributions: [of("server-up")] },
    "2026-11-22 14:02–14:31 UTC, outage: the server could not be read.",
  ],
];

for (const [name, changes, text] of CASES) {
  Deno.test(`incidentSentence() of ${name}`, () => {
    const incident = { ...INCIDENT, ...changes };
    assert.equal(incidentSentence(incident, { intervalMs: 60_000 }), text);
  });
}

Deno.test("incidentSentence() never claims a root cause", () => {
  const text = incidentSentence(INCIDENT, { intervalMs: 60_000 });
  assert.doesNotMatch(text, /cause/i);
});

Deno.test("incidentTime() has seconds where steps are shorter than a minute", () => {
  assert.equal(
    incidentTime(INCIDENT, { intervalMs: 2000 }),
    "2026-11-22 14:02:00–14:31:00 UTC",
  );
});

Deno.test("signalsText() without any contribution says so", () => {
  assert.equal(
    signalsText({ ...INCIDENT, contributions: [] }),
    "no signal stands out",
  );
});

Deno.test("incidentTime() has local time beside UTC where a zone is given", () => {
  const options = { intervalMs: 60_000, timeZone: "Asia/Kolkata" };
  const text = incidentTime(INCIDENT, options);
  assert.ok(text.startsWith(incidentTime(INCIDENT, { intervalMs: 60_000 })));
  assert.match(text, / UTC \(\d{4}-.* GMT\+5:30 to \d{4}-.* GMT\+5:30\)$/);
});
