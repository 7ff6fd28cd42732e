import assert from "node:assert/strict";
import { join } from "node:path";
import { MODEL_STORE, saveModel } from "@lib/pipeline/store/model_store.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import type { Progress } from "@lib/pipeline/base/progress.ts";
import { train } from "@lib/pipeline/train.ts";
import { writeSyntheticCsv } from "../../support/synthetic_csv.ts";

Deno.test("train() does not learn again what is stored whole, and makes it current", async () => {
  const dir = await Deno.makeTempDir();
  const name = `again-${crypto.randomUUID().slice(0, 8)}`;
  const folder = join(MODEL_STORE, name);
  const data = join(dir, "web-1.csv");
  const trainWith = async (more: Readonly<Record<string, unknown>>) => {
    const said: Progress[] = [];
    const given = { data, name, engine: "wasm", hidden: 4, epochs: 1, ...more };
    const { detector, bytes } = await train(
      parseParams(given),
      (progress) => said.push(progress),
    );
    const isTold = said.some((progress) =>
      progress.kind === "said" && /nothing is left to learn/.test(progress.text)
    );
    return { detector, bytes, isTold };
  };
  const current = async () =>
    (await Deno.readTextFile(join(folder, "current"))).split("\n")[0];
  try {
    const time = (row: number) => String(1.7e9 + row * 60);
    await writeSyntheticCsv(data, { rows: 400, incident: [0, 0], time });
    const first = await trainWith({});
    const other = await trainWith({ seed: 2 });
    assert.equal(await current(), other.detector.version);

    assert.deepEqual(await trainWith({}), { ...first, isTold: true });
    assert.equal(await current(), first.detector.version);

    const weekly = await trainWith({ "alarm-budget": "1/week" });
    assert.equal(weekly.isTold, false);
    assert.equal(weekly.detector.threshold.budget, "1/week");
    assert.deepEqual(weekly.bytes, first.bytes);

    const { version } = first.detector;
    const { engine, versions } = first.detector;
    for (
      const then of [
        { engine: { ...engine, version: "tfjs-wasm 0.0.0" } },
        { engine: { ...engine, name: "tfjs-node" } },
        { versions: { ...versions, "nodejs-polars": "0.0.0" } },
      ] as const
    ) {
      const { detector, bytes } = weekly;
      await saveModel(MODEL_STORE, { ...detector, ...then }, {
        bytes,
        current: "replace",
      });
      const anew = await trainWith({ "alarm-budget": "1/week" });
      assert.equal(anew.isTold, false, JSON.stringify(then));
      assert.deepEqual(anew.detector.versions, versions);
    }

    const weights = join(folder, "versions", version, "weights.bin");
    await Deno.writeFile(weights, first.bytes.weights.toReversed());
    const mended = await trainWith({ "alarm-budget": "1/week" });
    assert.equal(mended.isTold, false);
    assert.deepEqual(await Deno.readFile(weights), first.bytes.weights);
  } finally {
    await Deno.remove(dir, { recursive: true });
    await Deno.remove(folder, { recursive: true });
  }
});
