// deno-lint-ignore-file camelcase -- the names are the .ipynb format's
import assert from "node:assert/strict";
import { join } from "node:path";
import pl from "nodejs-polars";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { toJson } from "@lib/pipeline/base/to_json.ts";
import { parseNotebook } from "../../tools/notebooks/notebook.ts";
import { findPython } from "../../tools/notebooks/python_environment.ts";
import { isMissing } from "../requirements.ts";
import { startNotebooks } from "../support/run_notebook_tool.ts";
import { plannedThreads } from "../support/planned_threads.ts";
import { type FileTask, runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

const ignore = await isMissing({
  name: "Python 3.10 with venv",
  isThere: async () => await findPython() !== null,
  get: "`apt-get install python3-venv`",
});

const MODELS = fromRoot("data/models");

/** The variables of each notebook that a script writes as well. */
const COMPARED = {
  "02_train_autoencoder": "{ detector, weights: [...model.bytes.weights] }",
  "03_evaluate": "{ evaluation, incidents, score: [...score] }",
  "04_postmortem":
    "{ evaluation: evaluated.evaluation, incidents: evaluated.scored.incidents, score: [...score] }",
};

/** A copy of a notebook that writes some of its own variables in the end. */
async function writeCopy(
  folder: string,
  [name, values]: readonly [string, string],
): Promise<void> {
  const path = fromRoot(`notebooks/${name}.ipynb`);
  const notebook = parseNotebook(await Deno.readTextFile(path), path);
  const file = JSON.stringify(join(folder, `${name}.json`));
  const cell = {
    ...{ cell_type: "code", id: "numbers", metadata: {}, outputs: [] },
    execution_count: null,
    source: `await Deno.writeTextFile(${file}, JSON.stringify(${values}));`,
  };
  const cells = [...notebook.cells, cell];
  const text = JSON.stringify({ ...notebook, cells });
  await Deno.writeTextFile(join(folder, `${name}.ipynb`), text);
}

async function task(
  name: FileTask,
  params: Record<string, unknown>,
  dir: string,
) {
  const file = join(dir, `${name}-params.json`);
  await Deno.writeTextFile(file, JSON.stringify(params));
  const { code, stderr } = await runTask(name, ["--params", file]);
  assert.equal(code, 0, stderr);
}

Deno.test({
  name: "a notebook and its script give the same numbers, bit for bit",
  ignore,
  fn: async (t) => {
    const dir = await Deno.makeTempDir({ prefix: "whenwhy-divergence-" });
    const id = crypto.randomUUID().slice(0, 8);
    // Below the project, where the kernel finds deno.json.
    const folder = fromRoot(`.cache/divergence-${id}`);
    const [byTask, byNotebook] = [`e2e-${id}-task`, `e2e-${id}-notebook`];
    try {
      const [train, data, labels] = ["normal.csv", "later.csv", "labels.csv"]
        .map((file) => join(dir, file));
      const time = (row: number) =>
        new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString();
      await writeSyntheticCsv(train!, { rows: 900, incident: [0, 0], time });
      await writeSyntheticCsv(data!, { rows: 400, incident: [300, 320], time });
      await Deno.writeTextFile(
        labels!,
        `start,end,features,note\n${time(300)},${time(319)},cpu-user,planted\n`,
      );
      const network = { threads: 2, epochs: 10 };
      // Of 900 rows, 70 % less a window or two: else one thread would do.
      assert.equal(plannedThreads(600, network.epochs), 2);
      const files = { train, data, labels };

      await task("train", { ...network, train, name: byNotebook }, dir);
      const versions = join(MODELS, byNotebook, "versions");
      const [version] = await Array.fromAsync(Deno.readDir(versions));
      const stored = join(versions, version!.name);
      const detector = JSON.parse(
        await Deno.readTextFile(join(stored, "detector.json")),
      );
      const weights = await Deno.readFile(join(stored, "weights.bin"));
      // Nothing of the script's training is left to be used again.
      await Deno.remove(join(MODELS, byNotebook), { recursive: true });
      const run = { ...network, ...files, name: byTask };
      await task("evaluate", { ...run, out: join(dir, "evaluate") }, dir);
      await task("report", { ...run, out: join(dir, "report") }, dir);

      await Deno.mkdir(folder, { recursive: true });
      for (const one of Object.entries(COMPARED)) await writeCopy(folder, one);
      const params = join(dir, "params.json");
      await Deno.writeTextFile(
        params,
        JSON.stringify({ ...network, ...files, name: byNotebook }),
      );
      const { code, stderr } = await startNotebooks([
        ...["--from", folder, "--out", dir, "--params", params],
      ]).output();
      assert.equal(code, 0, new TextDecoder().decode(stderr));
      const shown = async (name: string) =>
        JSON.parse(await Deno.readTextFile(join(folder, `${name}.json`)));

      await t.step("train: detector and weights", async () => {
        const numbers = await shown("02_train_autoencoder");
        assert.deepEqual(numbers.weights, [...weights]);
        const { createdAt: _then, ...before } = detector;
        const { createdAt: _now, ...after } = numbers.detector;
        assert.deepEqual(after, before);
      });
      for (
        const [name, script] of [
          ["03_evaluate", "evaluate"],
          ["04_postmortem", "report"],
        ] as const
      ) {
        await t.step(`${script}: scores, thresholds, incidents`, async () => {
          const numbers = await shown(name);
          for (const part of ["evaluation", "incidents"] as const) {
            assert.equal(
              toJson(numbers[part]),
              await Deno.readTextFile(join(dir, script, `${part}.json`)),
            );
          }
          assert.ok(numbers.incidents.length > 0);
          const column = pl.readParquet(join(dir, script, "scores.parquet"))
            .getColumn("score").toArray();
          assert.deepEqual(numbers.score, column);
        });
      }
    } finally {
      for (const name of [byTask, byNotebook]) {
        await Deno.remove(join(MODELS, name), { recursive: true })
          .catch(() => {});
      }
      await Deno.remove(folder, { recursive: true }).catch(() => {});
      await Deno.remove(dir, { recursive: true });
    }
  },
});
