import assert from "node:assert/strict";
import { PARAM_NAMES, parseParams } from "@lib/pipeline/params/params.ts";
import { recordedParams } from "@lib/pipeline/training/recorded_params.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

/** Parameters of the model that scores, as a training records them. */
const trained = { window: 30, seed: 7, patience: 10, counter: ["forks"] };

const record = (input: Record<string, unknown>) =>
  recordedParams(parseParams(input), {
    detector: { ...SAMPLE_DETECTOR, parameters: trained },
  });

/** They only say what is recorded, and stand in the recorded file. */
const ASKING = ["instance", "step", "query"];

Deno.test("recordedParams() lists every parameter of a run once, each with who chose it", () => {
  const { parameters, origins } = record({ seed: 7 });
  const names = Object.keys(parameters);
  for (const name of PARAM_NAMES.filter((name) => !ASKING.includes(name))) {
    assert.ok(names.includes(name), name);
  }
  assert.deepEqual(Object.values(origins).flat().sort(), names.sort());
});

Deno.test("recordedParams() tells the values that defaults come to", () => {
  const { parameters, origins } = record({ seed: 7, from: "2026-01-02" });
  const of = (name: string) => [
    parameters[name],
    Object.entries(origins).find(([, names]) => names.includes(name))?.[0],
  ];
  assert.deepEqual(of("seed"), [7, "given"]);
  assert.deepEqual(of("from"), ["2026-01-02T00:00:00Z", "given"]);
  assert.deepEqual(of("to"), [null, "default"]);
  assert.deepEqual(of("half-life"), ["2m", "default"]);
  assert.deepEqual(of("alarm-budget"), ["1/day", "default"]);
  assert.deepEqual(of("decimal-comma"), [false, "default"]);
  assert.deepEqual(of("engine"), ["auto", "default"]);
  assert.deepEqual(of("patience"), [10, "default"]);
});

Deno.test("recordedParams() of a named model says what that was trained with", () => {
  const { parameters, origins } = record({ model: "web", threads: 2 });
  assert.equal(parameters.window, 30);
  assert.deepEqual(origins.given, ["model", "threads"]);
  assert.deepEqual([...origins.model].sort(), Object.keys(trained).sort());
});
