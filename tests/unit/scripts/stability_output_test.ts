import assert from "node:assert/strict";
import type { HostStability } from "@lib/benchmark/stability/stability.ts";
import { stabilityOutput } from "../../../scripts/stability_output.ts";

const found: HostStability = {
  host: "web-1",
  seeds: [1, 2, 3, 4, 5],
  incidents: [
    {
      start: "2026-01-01T10:00:00Z",
      end: "2026-01-01T10:20:00Z",
      note: "disk full",
      foundBy: [1, 2, 3, 4, 5],
      feature: { name: "load-5m", seeds: 3 },
      group: { name: "load-1m", seeds: 4 },
      confidence: { level: "medium", reasons: [] },
    },
    {
      start: "2026-01-01T23:50:00Z",
      end: "2026-01-02T00:10:00Z",
      note: null,
      foundBy: [],
      feature: null,
      group: null,
      confidence: null,
    },
  ],
  common: 1,
  changed: { feature: 0.4, group: 0.2 },
};

Deno.test("stabilityOutput() has a line an incident and sums up what changes", () => {
  const { lines, last, json } = stabilityOutput(found);
  assert.deepEqual(lines, [
    "time (UTC)                                   found   first-ranked signal  its group         confidence  label",
    "2026-01-01T10:00:00Z – 10:20:00Z             5 of 5  load-5m (3 of 5)     load-1m (4 of 5)  medium      disk full",
    "2026-01-01T23:50:00Z – 2026-01-02T00:10:00Z  0 of 5  –                    –                 –           –",
    "",
  ]);
  assert.equal(
    last,
    "web-1, 5 seeds: 1 of 2 found by all; of these the first-ranked signal changes in 40 %, by group in 20 %",
  );
  assert.equal(json, found);
});

Deno.test("stabilityOutput() leaves groups out where each signal is its own", () => {
  const incidents = found.incidents.map((one) => ({
    ...one,
    group: one.feature,
  }));
  const { lines } = stabilityOutput({ ...found, incidents });
  assert.doesNotMatch(lines.join("\n"), /group|load-1m/);
  assert.match(lines[1]!, /load-5m \(3 of 5\) +medium +disk full$/);
});

Deno.test("stabilityOutput() says where the first signal changes in more than one of five", () => {
  const often = { ...found, changed: { feature: 0.4, group: 0.21 } };
  assert.match(stabilityOutput(often).last, /in 21 %, which is often$/);
});

Deno.test("stabilityOutput() says where nothing is common", () => {
  const none = {
    ...{ ...found, common: 0, incidents: [] },
    changed: { feature: null, group: null },
  };
  assert.equal(
    stabilityOutput(none).last,
    "web-1, 5 seeds: no incident that all of them found",
  );
});
