import assert from "node:assert/strict";
import { Children } from "../../../../tools/record_sample/children.ts";
import type { PlannedIncident } from "../../../../tools/record_sample/plan.ts";
import { runIncidents } from "../../../../tools/record_sample/run_incidents.ts";

const OUTAGE: PlannedIncident = {
  note: "exporter down",
  features: ["server-up"],
  atSeconds: 0,
  seconds: 0.1,
  rampSeconds: 0,
  cause: { kind: "outage" },
};

const LOAD: PlannedIncident = {
  note: "three sleeps",
  features: ["load-1m"],
  atSeconds: 0.2,
  seconds: 0.2,
  rampSeconds: 0.1,
  cause: { kind: "load", levels: 3, program: "sleep", args: ["60"] },
};

Deno.test("runIncidents() makes each incident at its time and ends its load", async () => {
  const begunMs = Date.now();
  const calls: string[] = [];
  const recorded = await runIncidents([OUTAGE, LOAD], {
    children: new Children("."),
    exporter: {
      stop: () => Promise.resolve(void calls.push("stop")),
      start: () => void calls.push("start"),
    },
    begunMs,
    signal: new AbortController().signal,
    announce: (note) => calls.push(note),
  });
  assert.deepEqual(calls, ["exporter down", "stop", "start", "three sleeps"]);
  const [outage, load] = recorded;
  assert.ok(outage !== undefined && load !== undefined);
  assert.ok(outage.endMs - outage.startMs >= 99);
  assert.ok(load.startMs >= begunMs + 199);
  assert.ok(load.endMs - begunMs < 30_000);
  assert.deepEqual(load.features, ["load-1m"]);
});

Deno.test("runIncidents() makes none after an interruption", async () => {
  const recorded = await runIncidents([LOAD], {
    children: new Children("."),
    exporter: { stop: () => Promise.resolve(), start: () => {} },
    begunMs: Date.now() + 1e6,
    signal: AbortSignal.abort(),
    announce: assert.fail,
  });
  assert.deepEqual(recorded, []);
});
