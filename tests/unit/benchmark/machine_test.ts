import assert from "node:assert/strict";
import { causeNotes } from "@lib/benchmark/cause_notes.ts";
import { machineOf } from "@lib/benchmark/machine.ts";
import { stepsIn } from "@lib/frame/steps_in.ts";
import { rawOf } from "../../support/tables.ts";

const MINUTE = 60_000;
const seconds = (first: number, steps: number) =>
  Array.from({ length: steps }, (_, t) => (first + t) * 60);
const wave = (first: number, steps: number) =>
  Array.from({ length: steps }, (_, t) => Math.sin((first + t) / 5));

const tables = {
  name: "m",
  train: rawOf(seconds(0, 100), { a: wave(0, 100), b: wave(3, 100) }),
  test: {
    ...rawOf(seconds(100, 50), {
      a: wave(100, 50),
      b: wave(103, 50),
      "server-up": wave(0, 50).map((_, t) => t === 44 ? 0 : 1),
    }),
    label: Uint8Array.from({ length: 50 }, (_, t) => t >= 10 && t < 15 ? 1 : 0),
  },
  causes: [
    { startMs: 110 * MINUTE, endMs: 112.5 * MINUTE, features: ["b"], note: "" },
    // before test, and beyond its end
    { startMs: 0, endMs: 99 * MINUTE, features: ["a"], note: "" },
    { startMs: 148 * MINUTE, endMs: 900 * MINUTE, features: ["a"], note: "" },
  ],
};

Deno.test("machineOf() finds events, outages, and the steps of named incidents", () => {
  const machine = machineOf(tables);
  assert.deepEqual(machine.events, [{ start: 10, end: 15 }]);
  assert.deepEqual(machine.outages, [{ start: 44, end: 45 }]);
  assert.deepEqual(machine.incidents, [
    // The step of minute 113 stands for the minute before it.
    { range: { start: 10, end: 14 }, causes: ["b"] },
    { range: { start: 48, end: 50 }, causes: ["a"] },
  ]);
  assert.equal(machine.days, 50 / 1440);
  assert.equal(machine.period, 125);
});

Deno.test("machineOf() takes for maintenance the steps that an evaluation does", () => {
  const span = {
    ...{ startMs: 119.5 * MINUTE, endMs: 121.5 * MINUTE },
    ...{ features: [], note: "" },
  };
  const { test, maintenance } = machineOf({ ...tables, maintenance: [span] });
  const { start, end } = stepsIn(test, span);
  assert.deepEqual({ start, end }, { start: 20, end: 23 });
  assert.deepEqual(
    maintenance,
    new Uint8Array(50).fill(1, start, end),
  );
});

Deno.test("machineOf() brings test to the interval of train", () => {
  const columns = { a: wave(0, 100), b: wave(0, 100) };
  const train = rawOf(seconds(0, 100).map((s) => 2 * s), {
    a: wave(0, 100),
    b: wave(0, 100),
  });
  const test = {
    ...rawOf(seconds(200, 100), columns),
    label: new Uint8Array(100).fill(1, 0, 60),
  };
  const machine = machineOf({ ...tables, train, test, causes: null });
  assert.equal(machine.train.intervalMs, 2 * MINUTE);
  assert.equal(machine.test.intervalMs, 2 * MINUTE);
  assert.equal(machine.events[0]?.end, 31);
});

Deno.test("causeNotes() says what labels and causes lack", () => {
  const { label: _, ...rest } = tables.test;
  const test = { ...rest, label: new Uint8Array(50) };
  assert.deepEqual(causeNotes(machineOf(tables)), []);
  assert.deepEqual(
    causeNotes(machineOf({ ...tables, test, causes: null })),
    [
      "m has no labelled step: only false alarms are counted",
      "m names no causes: its HitRate is left out",
    ],
  );
  const causes = [{ ...tables.causes[0]!, features: ["b", "cpuu", "cpuu"] }];
  assert.deepEqual(causeNotes(machineOf({ ...tables, causes })), [
    "m names causes that are no metric of it: cpuu",
  ]);
});
