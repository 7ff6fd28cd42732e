import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import { stabilityOf } from "@lib/measure/stability.ts";

const at = (minute: number) => new Date(minute * 60_000);
const iso = (minute: number) => at(minute).toISOString().replace(".000Z", "Z");

/** An incident from one minute to another, with its first-ranked signal. */
function incident(
  start: number,
  end: number,
  [feature, group = null]: readonly [string, (string | null)?],
): Incident {
  const part = { unit: "", isCause: true, actual: 1, expected: 0 };
  return {
    id: `h-${start}`,
    host: "h",
    kind: "anomaly",
    start: iso(start),
    end: iso(end),
    peak: iso(start),
    peakScore: 2,
    severity: "major",
    contributions: [
      {
        ...{ ...part, feature, group, share: 0.7 },
        ...{ band: [0, 0], direction: "high", onset: null },
      },
      {
        ...{ ...part, feature: "other", group: null, share: 0.3 },
        ...{ band: [0, 0], direction: "high", onset: null },
      },
    ],
    counterfactual: null,
    confidence: null,
    change: null,
    earlyWarnings: [],
    warnedOf: [],
    seenBefore: [],
  };
}

const label = (start: number, end: number, note = "known") => ({
  startMs: +at(start),
  endMs: +at(end),
  features: [],
  note,
});

const runsOf = (...found: readonly (readonly Incident[])[]) =>
  found.map((incidents, i) => ({ seed: i + 1, incidents }));
/** Tells who was asked about, and how many found it. */
const MINUTE = {
  intervalMs: 60_000,
  confidence: (
    { seed }: { readonly seed: number },
    { found, of }: { readonly found: number; readonly of: number },
  ) => ({ level: "low" as const, reasons: [`${seed}: ${found} of ${of}`] }),
};

Deno.test("stabilityOf() counts seeds that found a labelled event, and what they name first", () => {
  const runs = runsOf(
    [incident(10, 20, ["load-1m", "load-1m"])],
    [incident(12, 21, ["load-5m", "load-1m"])],
    [incident(12, 21, ["load-5m", "load-1m"])],
    [],
  );
  const { incidents, common, changed } = stabilityOf(runs, {
    ...MINUTE,
    labels: [label(11, 19), label(40, 50, "missed")],
  });
  assert.deepEqual(incidents, [
    {
      start: iso(11),
      end: iso(19),
      note: "known",
      foundBy: [1, 2, 3],
      feature: { name: "load-5m", seeds: 2 },
      group: { name: "load-1m", seeds: 3 },
      confidence: { level: "low", reasons: ["1: 3 of 4"] },
    },
    {
      ...{ start: iso(40), end: iso(50), note: "missed" },
      ...{ foundBy: [], feature: null, group: null, confidence: null },
    },
  ]);
  assert.equal(common, 0);
  assert.deepEqual(changed, { feature: null, group: null });
});

Deno.test("stabilityOf() takes overlapping incidents of several seeds for one", () => {
  const runs = runsOf(
    [incident(10, 20, ["a"]), incident(60, 70, ["b"])],
    [incident(19, 30, ["a"])],
  );
  const { incidents } = stabilityOf(runs, { ...MINUTE, labels: null });
  assert.deepEqual(
    incidents.map(({ start, end, note, foundBy }) => [
      start,
      end,
      note,
      foundBy,
    ]),
    [
      [iso(10), iso(30), null, [1, 2]],
      [iso(60), iso(70), null, [1]],
    ],
  );
});

Deno.test("stabilityOf() measures how often the first signal changes where all found it", () => {
  const first = (...names: readonly (readonly [string, string?])[]) =>
    runsOf(...names.map((name, seed) => [
      incident(10, 20, name),
      // Found by one seed only: it says nothing of what changes.
      ...(seed === 0 ? [incident(60, 70, ["z"])] : []),
    ]));
  const runs = first(["a", "g"], ["b", "g"], ["b", "g"], ["c"], ["b", "g"]);
  const { common, changed, seeds } = stabilityOf(runs, {
    ...MINUTE,
    labels: null,
  });
  assert.deepEqual(seeds, [1, 2, 3, 4, 5]);
  assert.equal(common, 1);
  assert.equal(changed.feature?.toFixed(6), "0.400000");
  assert.equal(changed.group?.toFixed(6), "0.200000");
});

Deno.test("stabilityOf() lets of a seed's incidents the one speak that shares most time", () => {
  const runs = runsOf([incident(8, 11, ["a"]), incident(13, 20, ["b"])]);
  const { incidents } = stabilityOf(runs, {
    ...MINUTE,
    labels: [label(10, 20)],
  });
  assert.deepEqual(incidents.map(({ feature }) => feature?.name), ["b"]);
});

Deno.test("stabilityOf() leaves out outages, their labels, and what is marked otherwise", () => {
  const outage = {
    ...incident(10, 20, ["server-up"]),
    kind: "outage" as const,
  };
  const { incidents } = stabilityOf(runsOf([outage], [outage]), {
    ...MINUTE,
    labels: [
      label(11, 19),
      { ...label(40, 50), mark: "false" },
      { ...label(60, 70), mark: "maintenance" },
    ],
  });
  assert.deepEqual(incidents, []);
});
