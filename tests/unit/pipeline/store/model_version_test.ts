import assert from "node:assert/strict";
import { join } from "node:path";
import {
  type Provenance,
  versionOf,
} from "@lib/pipeline/store/model_version.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { readScoringInput } from "@lib/pipeline/training/scoring_input.ts";
import {
  readTrainingInput,
  trainingParams,
} from "@lib/pipeline/training/training_input.ts";
import { writeSyntheticCsv } from "../../../support/synthetic_csv.ts";

const version = (
  params: Record<string, unknown>,
  cut: Provenance["cut"] = "cut",
) =>
  versionOf({
    params: parseParams(params),
    provenance: { inputs: [], split: null, cut },
    engine: "wasm",
  });

Deno.test("versionOf() is another one for other columns, hosts or times of the same files", () => {
  const all = [
    {},
    { metric: "cpu*" },
    { metric: ["cpu*", "load-1m"] },
    { host: "web-1" },
    { counter: "rx" },
    { from: "2026-01-01" },
    { window: 12 },
  ].map((params) => version(params));
  assert.equal(new Set(all).size, all.length);
});

Deno.test("versionOf() is the same where nothing that shapes the model differs", () => {
  assert.equal(version({ engine: "wasm", "time-zone": "UTC" }), version({}));
  assert.equal(version({ metric: "a" }), version({ metric: ["a"] }));
});

Deno.test("versionOf() is another one for other spans left out, not for another note in their file", () => {
  const without = (leftOut: Provenance["leftOut"], sha256 = "a") =>
    versionOf({
      params: parseParams({ exclude: "labels.csv" }),
      provenance: {
        inputs: [{ role: "exclude", path: "labels.csv", sha256, bytes: 1 }],
        split: null,
        cut: "cut",
        ...(leftOut ? { leftOut } : {}),
      },
      engine: "wasm",
    });
  const span = { startMs: 0, endMs: 60_000, features: [], note: "" };
  assert.equal(without([]), version({}));
  assert.equal(without(undefined, "b"), version({}));
  assert.notEqual(without([span]), version({}));
  assert.notEqual(without([{ ...span, endMs: 1 }]), without([span]));
  assert.equal(without([{ ...span, note: "x" }], "b"), without([span]));
  assert.equal(without([{ ...span, mark: "true" }]), without([span]));
  assert.notEqual(without([{ ...span, mark: "maintenance" }]), without([span]));
});

Deno.test("versionOf() is the same where --from and --to only cut what is scored", () => {
  const span = { from: "2026-01-01", to: "2026-01-02" };
  assert.equal(version(span, "whole"), version({}, "whole"));
  assert.notEqual(version(span, "cut"), version({}, "cut"));
});

Deno.test("versionOf() is the same from the train step's door as from a report's, where --from cuts only the data", async () => {
  const dir = await Deno.makeTempDir();
  const train = join(dir, "normal.csv");
  const data = join(dir, "later.csv");
  const time = (row: number) => String(1.7e9 + row * 60);
  for (const path of [train, data]) {
    await writeSyntheticCsv(path, { rows: 400, incident: [0, 0], time });
  }
  const from = new Date(1.7e12 + 60_000 * 100).toISOString();
  const params = parseParams({ train, data, from });
  const { model } = await readScoringInput(params);
  assert.ok("provenance" in model);
  const own = trainingParams(params);
  const lesson = await readTrainingInput(own);
  assert.equal(
    versionOf({ params: own, provenance: lesson.provenance, engine: "wasm" }),
    versionOf({ params, provenance: model.provenance, engine: "wasm" }),
  );
  await Deno.remove(dir, { recursive: true });
});

Deno.test("versionOf() tells training with --keep-all from training without", () => {
  const version = (given: Readonly<Record<string, unknown>>) =>
    versionOf({
      params: parseParams(given),
      provenance: { inputs: [], split: null, cut: "whole" },
      engine: "simd",
    });
  assert.notEqual(version({ "keep-all": true }), version({}));
  assert.equal(version({ "keep-all": false }), version({}));
});
