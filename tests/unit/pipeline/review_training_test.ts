import assert from "node:assert/strict";
import { join } from "node:path";
import { weightSpecs } from "@lib/model/network_shape.ts";
import { evaluate } from "@lib/pipeline/evaluate.ts";
import { MODEL_STORE } from "@lib/pipeline/store/model_store.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { reviewTraining } from "@lib/pipeline/review_training.ts";
import { train } from "@lib/pipeline/train.ts";
import { formsOf } from "../../support/forms_of.ts";
import { writeSyntheticCsv } from "../../support/synthetic_csv.ts";

const name = `unit-${crypto.randomUUID().slice(0, 8)}`;
const dir = await Deno.makeTempDir();
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(join(MODEL_STORE, name), { recursive: true });
});
const file = join(dir, "web-1.csv");
await writeSyntheticCsv(file, {
  rows: 700,
  incident: [650, 670],
  time: (row) => new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
});
const network = { engine: "wasm", epochs: 2, hidden: 4, window: 10 };
const params = parseParams({
  ...{ ...network, train: file, name, to: "2026-01-01T10:00:00Z" },
});
const quiet = () => {};
const model = await train(params, quiet);
const review = await reviewTraining(model, params);

Deno.test("reviewTraining() counts the windows of each part", () => {
  const { spans, parts, table } = review;
  assert.equal(table.steps, 600);
  for (const part of ["fit", "stop", "calibration"] as const) {
    const own = spans.filter((span) => span.part === part);
    assert.deepEqual(
      own.map(({ startMs, endMs }) => (endMs - startMs) / 60_000),
      parts[part].map(({ start, end }) => end - start),
    );
    const windows = parts[part].reduce(
      (sum, { start, end }) => sum + Math.max(0, end - start - 9),
      0,
    );
    assert.deepEqual(own.map((span) => span.windows), own.map(() => windows));
  }
});

Deno.test("reviewTraining() lists the network's layers with all of its weights", () => {
  const { layers } = review;
  const shape = { window: 10, features: 3, hidden: 4 };
  const all = weightSpecs(shape)
    .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b), 0);
  assert.equal(layers.reduce((sum, { weights }) => sum + weights, 0), all);
  assert.equal(all * 4, model.bytes.weights.length);
  assert.deepEqual(layers.map(({ gives }) => gives), [
    ...["10 × 3", "4", "10 × 4", "10 × 4", "10 × 3"],
  ]);
});

Deno.test("reviewTraining() scores the training time as the detector does", () => {
  const { scored, parts, examples, table } = review;
  const { calibrationScore } = model.detector;
  const raw = scored.score.map((s) => s * scored.threshold.value);
  const blocks = parts.calibration
    .map(({ start, end }) => raw.subarray(start, end));
  assert.equal(blocks.length, 2);
  const kept = calibrationScore.filter((s) => s !== null);
  const off = blocks.flatMap((block) => [...block])
    .map((s, i) => Math.abs(kept[i]! - s))
    .filter((distance) => !(distance <= 1e-4));
  assert.deepEqual(off, []);
  // Alarms of two blocks must not become one.
  const { length } = blocks[0]!;
  assert.deepEqual(calibrationScore.slice(length, length + 6), [
    ...[null, null, null, null, null, null],
  ]);
  const worst = examples.filter(({ window }) => window === "worst");
  assert.equal(worst.length, 10 * table.metrics.length);
  // A block's windows end with its tenth step at the earliest.
  const ends = parts.calibration.flatMap(({ start, end }) =>
    Array.from({ length: end - start - 9 }, (_, i) => start + 9 + i)
  );
  const peak = ends.toSorted((one, other) => raw[other]! - raw[one]!)[0]!;
  const { scaler } = review;
  assert.deepEqual(
    worst.filter(({ step }) => step === 0).map(({ actual }) => actual),
    table.metrics.map((_, f) => {
      const value = table.values[peak * table.metrics.length + f]!;
      const scaled = (value - scaler.min[f]!) / scaler.range[f]!;
      return Math.fround(Math.min(1, Math.max(0, scaled)));
    }),
  );
  for (const { actual, reconstructed } of examples) {
    assert.ok(actual >= 0 && actual <= 1 && Number.isFinite(reconstructed));
  }
});

Deno.test("a trained model shows what it learned from in a notebook", async () => {
  const forms = await formsOf(model);
  for (const form of [forms["text/plain"], forms["text/html"]]) {
    assert.match(form ?? "", /2026-01-01 00:00–09:59 UTC/);
    assert.match(form ?? "", /3 metrics, 10 steps \(10 min\) at once/);
    assert.match(form ?? "", /sys-mem-total/);
  }
  assert.doesNotMatch(forms["text/plain"] ?? "", /createdAt|20\d\d-\d\d-\d\dT/);
});

Deno.test("evaluate() explains no incident where nobody asks for it", async () => {
  const of = async (explain: "incidents" | "nothing") => {
    const { scored, evaluation } = await evaluate(
      parseParams({ data: file, model: name, engine: "wasm" }),
      { command: "", listener: quiet, explain },
    );
    return { ...scored, rates: evaluation.rates };
  };
  const [told, bare] = [await of("incidents"), await of("nothing")];
  assert.ok(told.incidents.some((one) => one.counterfactual !== null));
  assert.ok(bare.incidents.every((one) => one.counterfactual === null));
  assert.deepEqual(bare.rates, told.rates);
  assert.deepEqual(bare.score, told.score);
});

Deno.test("what evaluate() gives shows itself, and JSON does not see it", async () => {
  const run = { command: "deno task evaluate", listener: quiet };
  const found = await evaluate(
    parseParams({ data: file, model: name, engine: "wasm" }),
    run,
  );
  const { scored, evaluation } = found;
  const text = async (value: object) => (await formsOf(value))["text/plain"];
  assert.match(
    await text(scored.table) ?? "",
    /^web-1, 2026.*: 700 steps of 1 min, no gap\nmetric /,
  );
  assert.match(await text(evaluation) ?? "", /alarm budget +1\/day/);
  assert.ok(scored.incidents.length > 0);
  assert.match(
    await text(scored.incidents) ?? "",
    /\nincident +time .*\n#1 +2026/,
  );
  for (const incident of scored.incidents) {
    const shown = await text(incident) ?? "";
    assert.ok(shown.includes(incident.id));
    assert.match(shown, /Signal +Share/);
  }
  assert.doesNotMatch(JSON.stringify(found.evaluation), /Jupyter|forms/);
  assert.deepEqual(structuredClone(evaluation), evaluation);
});
