import assert from "node:assert/strict";
import { join } from "node:path";
import { runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-size-" });
const models: string[] = [];
const ID = crypto.randomUUID().slice(0, 8);
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  for (const folder of models) Deno.removeSync(folder, { recursive: true });
});

/** Writes a table of waves, one row a minute. */
async function table(rows: number, features: number): Promise<string> {
  const names = Array.from({ length: features }, (_, f) => `m${f}`);
  const lines = Array.from({ length: rows }, (_, row) => {
    const time = new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString();
    const values = names.map((_, f) =>
      (Math.sin(row / (5 + f)) + ((row * 31 + f) % 17) / 50).toFixed(4)
    );
    return [time, ...values].join(",");
  });
  const path = join(dir, `size-${ID}-${rows}-${features}.csv`);
  await Deno.writeTextFile(
    path,
    [["timestamp", ...names].join(","), ...lines].join("\n"),
  );
  return path;
}

const QUICK = ["--epochs", "1", "--hidden", "4"];

const evaluate = async (file: string) => {
  const out = join(dir, "run");
  const end = await runTask("evaluate", [
    ...["--train", file, "--data", file, "--out", out],
    ...QUICK,
  ]);
  if (end.code === 0) {
    const { model } = JSON.parse(
      await Deno.readTextFile(join(out, "run.json")),
    );
    models.push(join("data/models", model.name));
  }
  return end;
};

for (const [rows, features] of [[300, 1], [300, 200]] as const) {
  Deno.test(`deno task evaluate takes ${rows} rows of ${features} metrics`, async () => {
    const { code, stderr } = await evaluate(await table(rows, features));
    assert.equal(code, 0, stderr);
  });
}

Deno.test("deno task evaluate refuses 299 rows by name and number", async () => {
  const { code, stderr } = await evaluate(await table(299, 2));
  assert.equal(code, 1);
  assert.match(stderr, /^Cannot .*300.*got 299/);
});

Deno.test("deno task evaluate splits 428 rows and refuses 427", async () => {
  const [enough, few] = [await table(428, 2), await table(427, 2)];
  const split = (file: string) =>
    runTask("evaluate", [
      ...["--data", file, "--out", join(dir, "split")],
      ...["--name", `size-${ID}-split`, ...QUICK],
    ]);
  models.push(join("data/models", `size-${ID}-split`));
  const { code, stderr } = await split(enough);
  assert.equal(code, 0, stderr);
  const refused = await split(few);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /^Cannot .*at least 428 steps.*got 427/m);
});

Deno.test("deno task train refuses 201 metrics and takes those that --metric chooses", async () => {
  const name = `size-${ID}-chosen`;
  const train = ["--train", await table(300, 201), "--name", name, ...QUICK];
  const refused = await runTask("train", train);
  assert.equal(refused.code, 1);
  assert.match(
    refused.stderr,
    /^Cannot train: at most 200 metrics .* got 201; choose some with --metric/m,
  );
  const mistyped = await runTask("train", [...train, "--metric", "m2000"]);
  assert.equal(mistyped.code, 1);
  assert.match(
    mistyped.stderr,
    /got "m2000"; did you mean m200\? size-\S+ has m0, m1/,
  );
  models.push(join("data/models", name));
  const { code, stdout, stderr } = await runTask(
    "train",
    [...train, "--json", "--metric", "m10*", "m7"],
  );
  assert.equal(code, 0, stderr);
  const { features, excluded } = JSON.parse(stdout.join("\n"));
  assert.deepEqual(features, [
    "m7",
    "m10",
    ...Array.from({ length: 10 }, (_, i) => `m10${i}`),
  ]);
  assert.equal(excluded.length, 189);
  assert.equal(excluded[0].reason, "unchosen");
});

Deno.test("deno task evaluate scores a table of 3,000 columns with a model of three", async () => {
  const name = `size-${ID}-wide`;
  const wide = await table(320, 3000);
  models.push(join("data/models", name));
  const trained = await runTask("train", [
    ...["--train", wide, "--name", name, ...QUICK],
    ...["--metric", "m5", "m1000", "m2999"],
  ]);
  assert.equal(trained.code, 0, trained.stderr);
  const out = join(dir, "wide");
  const { code, stderr } = await runTask("evaluate", [
    ...["--data", wide, "--model", name, "--out", out],
  ]);
  assert.equal(code, 0, stderr);
  const { parameters } = JSON.parse(
    await Deno.readTextFile(join(out, "run.json")),
  );
  assert.deepEqual(parameters.metric, ["m5", "m1000", "m2999"]);
});
