import assert from "node:assert/strict";
import { join } from "node:path";
import { MODEL_STORE } from "@lib/pipeline/store/model_store.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { readScoringInput } from "@lib/pipeline/training/scoring_input.ts";
import { train } from "@lib/pipeline/train.ts";
import { writeSyntheticCsv } from "../../../support/synthetic_csv.ts";

Deno.test("readScoringInput() takes of the data what a stored model knows, also what stood still then", async () => {
  const dir = await Deno.makeTempDir();
  const model = `known-${crypto.randomUUID().slice(0, 8)}`;
  const data = join(dir, "web-1.csv");
  const time = (row: number) => String(1.7e9 + row * 60);
  await writeSyntheticCsv(data, { rows: 400, incident: [0, 0], time });
  await train(
    parseParams({ data, name: model, engine: "wasm", hidden: 4, epochs: 1 }),
    () => {},
  );
  // Memory is added, and a column that the model never saw.
  const [header = "", ...rows] = (await Deno.readTextFile(data)).trimEnd()
    .split("\n");
  const later = rows.map((row, i) =>
    `${row.replace(/,16000000000$/, `,${16e9 + i}`)},${i}`
  );
  await Deno.writeTextFile(data, [`${header},queue`, ...later].join("\n"));
  const { table } = await readScoringInput(parseParams({ data, model }));
  assert.deepEqual(table.metrics.map(({ name }) => name), [
    ...["load-1m", "cpu-user", "sys-mem-free", "sys-mem-total"],
  ]);
  assert.deepEqual(
    table.excluded.map(({ name, reason }) => [name, reason]),
    [["queue", "unused"]],
  );
  await Deno.remove(dir, { recursive: true });
  await Deno.remove(join(MODEL_STORE, model), { recursive: true });
});
