import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import {
  parseEarlierIncidents,
  parseEarlierRun,
} from "@lib/pipeline/earlier/parse_run.ts";

const RUN = {
  host: "web-1",
  span: { start: "2026-01-01T00:00:00Z", end: "2026-01-02T00:00:00Z" },
  labels: {
    perIncident: [
      { incident: "a", mark: "true", note: "backup" },
      { incident: "b", mark: "false", note: "" },
      { incident: "c", mark: "maintenance", note: "new kernel" },
      ...[{ incident: "d", mark: "storm", note: "" }, { incident: null }, 7],
    ],
  },
};
const PART = { feature: "cpu", share: 0.5, isCause: true, direction: "high" };
const INCIDENT = {
  ...{ id: "a", kind: "anomaly" },
  ...{ start: "2026-01-01T00:00:00Z", end: "2026-01-01T00:05:00Z" },
  contributions: [PART],
};

Deno.test("parseEarlierRun() tells host, span and what labels said", () => {
  const run = parseEarlierRun(JSON.stringify(RUN), "a.json");
  assert.equal(run.host, "web-1");
  assert.equal(run.endMs - run.startMs, 86_400_000);
  assert.deepEqual([...run.marks], [
    ["a", "backup"],
    ["b", "false alarm"],
    ["c", "maintenance: new kernel"],
  ]);
  const perEvent = [{ incident: "a", note: "backup" }, { incident: null }];
  const older = { ...RUN, labels: { perEvent } };
  assert.deepEqual([...parseEarlierRun(JSON.stringify(older), "a").marks], [
    ["a", "backup"],
  ]);
  const plain = { ...RUN, labels: null };
  assert.equal(parseEarlierRun(JSON.stringify(plain), "a").marks.size, 0);
});

Deno.test("parseEarlierRun() refuses what is no evaluation", () => {
  const bad = [
    ...["", "{", "null", "[]", "3", '"text"', "{}"],
    JSON.stringify({ ...RUN, host: 7 }),
    JSON.stringify({ ...RUN, span: null }),
    JSON.stringify({ ...RUN, span: { start: "soon", end: "later" } }),
  ];
  for (const text of bad) {
    assert.throws(
      () => parseEarlierRun(text, "old/evaluation.json"),
      (error) =>
        error instanceof InputError &&
        error.message.startsWith("Cannot use old/evaluation.json: it must be"),
    );
  }
});

Deno.test("parseEarlierIncidents() takes what incidents are compared by", () => {
  const text = JSON.stringify([{ ...INCIDENT, host: "x", later: 1 }]);
  assert.deepEqual(parseEarlierIncidents(text, "a.json"), [INCIDENT]);
  assert.deepEqual(parseEarlierIncidents("[]", "a.json"), []);
});

Deno.test("parseEarlierIncidents() refuses a file with anything else in it, by entry", () => {
  const changes = [
    ...[{ id: "" }, { id: 3 }, { kind: "storm" }, { start: "soon" }],
    ...[{ end: "2025-01-01T00:00:00Z" }, { contributions: null }],
    ...[{ contributions: [] }, { contributions: [null] }],
    { contributions: [{ ...PART, share: 2 }] },
    { contributions: [{ ...PART, share: "0.5" }] },
    { contributions: [{ ...PART, feature: 1 }] },
    { contributions: [{ ...PART, isCause: 1 }] },
    { contributions: [{ ...PART, direction: "up" }] },
  ];
  for (const change of changes) {
    const text = JSON.stringify([INCIDENT, { ...INCIDENT, ...change }]);
    assert.throws(
      () => parseEarlierIncidents(text, "a.json"),
      new InputError("use a.json", "its entries must be incidents", {
        got: "entry 2",
      }),
      JSON.stringify(change),
    );
  }
  for (const text of ["{}", "null", "7", "[[]]", "[null]", "[", ""]) {
    assert.throws(() => parseEarlierIncidents(text, "a.json"), InputError);
  }
});
