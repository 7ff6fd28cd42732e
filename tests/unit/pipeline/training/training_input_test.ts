import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import {
  readTrainingInput,
  trainingParams,
} from "@lib/pipeline/training/training_input.ts";

Deno.test("trainingParams() takes what training takes from the parameters of a run", () => {
  const all = parseParams({
    ...{
      train: "normal.csv",
      data: "later.csv",
      labels: "l.csv",
      earlier: "old",
    },
    ...{ from: "2026-01-01", to: "2026-01-02", window: 12 },
  });
  const params = trainingParams(all);
  assert.deepEqual(params, parseParams({ train: "normal.csv", window: 12 }));
});

Deno.test("trainingParams() learns from data where there is nothing else", () => {
  const params = parseParams({ data: "a.csv", from: "2026-01-01" });
  assert.deepEqual(trainingParams(params), params);
  assert.deepEqual(trainingParams(parseParams({})), parseParams({}));
});

Deno.test("trainingParams() refuses a model that is trained already", () => {
  assert.throws(
    () => trainingParams(parseParams({ model: "web" })),
    (error) =>
      error instanceof InputError &&
      /^Cannot train: no model must be given, got "web"; .*03_evaluate/.test(
        error.message,
      ),
  );
});

Deno.test("readTrainingInput() refuses two sets of files", async () => {
  await assert.rejects(
    readTrainingInput(parseParams({ train: "a.csv", data: "b.csv" })),
    /--train or --data must name the files/,
  );
});

Deno.test("readTrainingInput() reads the sample and says where it came from", async () => {
  const { data, provenance } = await readTrainingInput(parseParams({}));
  assert.equal(data.table.host, "server-1");
  assert.deepEqual(provenance.inputs.map(({ role, path }) => [role, path]), [
    ["train", "data/samples/server-1.train.parquet"],
  ]);
  assert.equal(provenance.split, null);
});
