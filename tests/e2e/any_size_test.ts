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

const evaluate = async (file: string) => {
  const out = join(dir, "run");
  const end = await runTask("evaluate", [
    ...["--train", file, "--data", file, "--out", out],
    ...["--engine", "wasm", "--epochs", "1", "--hidden", "4"],
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
