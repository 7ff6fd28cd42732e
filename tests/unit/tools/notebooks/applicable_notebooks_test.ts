import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { applicableNotebooks } from "../../../../tools/notebooks/applicable_notebooks.ts";
import { formatNotebook } from "../../../../tools/notebooks/clean_notebook.ts";
import { findNotebooks } from "../../../../tools/notebooks/find_notebooks.ts";
import type { NotebookCell } from "../../../../tools/notebooks/notebook.ts";
import { code, sampleNotebook } from "./notebook_samples.ts";

async function leftOut(
  given: Readonly<Record<string, unknown>> | null,
): Promise<readonly string[]> {
  const directory = await Deno.makeTempDir();
  try {
    const params = join(directory, "params.json");
    await Deno.writeTextFile(params, JSON.stringify(given));
    const folder = fromRoot("notebooks");
    const all = await findNotebooks(folder, null);
    const said: string[] = [];
    const kept = await applicableNotebooks(all, {
      folder,
      params: given && params,
      announce: (line) => said.push(line),
    });
    const missing = all.filter((name) => !kept.includes(name));
    assert.deepEqual(said.map((line) => line.split(" ")[0]), missing);
    return missing;
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

Deno.test("applicableNotebooks() leaves out training where a model is given", async () => {
  const given = { data: "june.csv", model: "web" };
  assert.deepEqual(await leftOut(given), ["02_train_autoencoder"]);
});

Deno.test("applicableNotebooks() leaves nothing out else", async () => {
  assert.deepEqual(await leftOut(null), []);
  assert.deepEqual(await leftOut({ train: "may.csv", data: "june.csv" }), []);
  assert.deepEqual(await leftOut({ model: null, incident: "web-1" }), []);
});

Deno.test("applicableNotebooks() goes by a cell's tag, not by what its text says", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const params = join(folder, "params.json");
    await Deno.writeTextFile(params, '{"model":"web"}');
    const write = (name: string, cell: NotebookCell) =>
      Deno.writeTextFile(
        join(folder, `${name}.ipynb`),
        formatNotebook({ ...sampleNotebook(), cells: [cell] }),
      );
    await write("tagged", {
      ...code("1;"),
      metadata: { tags: ["parameters", "trains"] },
    });
    await write("says", code("// trainingParams(params) trains"));
    const options = { folder, params, announce: () => {} };
    assert.deepEqual(
      await applicableNotebooks(["says", "tagged"], options),
      ["says"],
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
