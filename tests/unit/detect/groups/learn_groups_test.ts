import assert from "node:assert/strict";
import { learnGroups } from "@lib/detect/groups/learn_groups.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { SAMPLE } from "@lib/pipeline/params/sources.ts";
import { trainingData } from "@lib/pipeline/training/read_training.ts";
import { readTable } from "@lib/source/read_table.ts";
import { metricTable } from "../../../support/metric_table.ts";
import { uniform } from "../../../support/sample_series.ts";

const STEPS = 400;

/** A table of columns, each a function of the step. */
function tableOf(columns: Readonly<Record<string, (t: number) => number>>) {
  const makers = Object.values(columns);
  return metricTable({
    metrics: Object.keys(columns).map(metricByName),
    values: Array.from(
      { length: STEPS },
      (_, t) => makers.map((value) => value(t)),
    ).flat(),
  });
}

function noise(seed: number): (t: number) => number {
  const next = uniform(seed);
  const values = Array.from({ length: STEPS }, next);
  return (t) => values[t]!;
}

const whole = { start: 0, end: STEPS };
const [one, two, three] = [noise(1), noise(2), noise(3)];
const day = (t: number) => 20 * Math.sin(2 * Math.PI * t / STEPS);

const groupsOf = (columns: Readonly<Record<string, (t: number) => number>>) =>
  learnGroups(tableOf(columns), [whole]);

Deno.test("learnGroups() on the bundled recording joins what a person would", async () => {
  const { table, parts } = trainingData(await readTable([SAMPLE.train]), 10);
  const groups = learnGroups(table, parts.fit);
  const groupOf = (name: string) =>
    groups[table.metrics.findIndex((metric) => metric.name === name)];
  const together = [
    ["load-1m", "load-5m", "load-15m"],
    ["sys-mem-free", "sys-mem-available"],
    ["disk-bytes-read", "disk-io-read"],
    ["disk-bytes-written", "disk-io-write"],
  ];
  for (const [first = "", ...others] of together) {
    assert.equal(groupOf(first), first);
    for (const other of others) assert.equal(groupOf(other), first);
  }
  const alone = ["sys-context-switch-rate", "sys-mem-cache", "cpu-iowait"];
  for (const name of alone) assert.equal(groupOf(name), null);
});

Deno.test("learnGroups() joins a total and its part, and what runs against it", () => {
  assert.deepEqual(
    groupsOf({ a: one, b: (t) => 9 - 2 * one(t), c: two }),
    ["a", "a", null],
  );
});

Deno.test("learnGroups() follows the order of values, not their size", () => {
  assert.deepEqual(groupsOf({ a: one, b: (t) => Math.exp(20 * one(t)) }), [
    "a",
    "a",
  ]);
});

Deno.test("learnGroups() does not join what only follows the time of day", () => {
  const rhythm = {
    a: (t: number) => day(t) + one(t),
    b: (t: number) => day(t) + two(t),
  };
  assert.deepEqual(groupsOf(rhythm), [null, null]);
  const smooth = { a: day, b: (t: number) => day(t) + 1 };
  assert.deepEqual(groupsOf(smooth), ["a", "a"]);
});

Deno.test("learnGroups() names a group by the schema's order, else the table's", () => {
  const follow = (t: number) => one(t) + 0.001 * three(t);
  assert.deepEqual(
    groupsOf({ z: one, "disk-io-write": follow, "disk-bytes-written": one }),
    ["disk-bytes-written", "disk-bytes-written", "disk-bytes-written"],
  );
  assert.deepEqual(groupsOf({ z: one, a: follow }), ["z", "z"]);
});

Deno.test("learnGroups() has the load averages together also where nothing shows it", () => {
  assert.deepEqual(
    groupsOf({ "load-15m": one, "cpu-user": two, "load-1m": three }),
    ["load-1m", null, "load-1m"],
  );
});

Deno.test("learnGroups() leaves alone what is constant, hardly moves, or has too few steps", () => {
  const jump = (t: number) => t < 200 ? 0 : 1;
  assert.deepEqual(groupsOf({ a: () => 1, b: () => 1 }), [null, null]);
  assert.deepEqual(groupsOf({ a: jump, b: jump }), [null, null]);
  assert.deepEqual(
    learnGroups(tableOf({ a: one, b: one }), [{ start: 0, end: 20 }]),
    [null, null],
  );
});

Deno.test("learnGroups() looks at measured values of the given steps only", () => {
  const table = tableOf({ a: one, b: (t) => t < 200 ? one(t) : two(t) });
  assert.deepEqual(learnGroups(table, [{ start: 0, end: 200 }]), ["a", "a"]);
  assert.deepEqual(learnGroups(table, [{ start: 200, end: 400 }]), [
    null,
    null,
  ]);
  // What is filled in shows nothing.
  assert.deepEqual(learnGroups(table, [whole]), [null, null]);
  for (let t = 200; t < STEPS; t++) table.imputed[2 * t + 1] = 1;
  assert.deepEqual(learnGroups(table, [whole]), ["a", "a"]);
});
