import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { checkCells } from "../tools/notebooks/check_cells.ts";
import {
  cleanNotebook,
  formatNotebook,
} from "../tools/notebooks/clean_notebook.ts";
import { findNotebooks } from "../tools/notebooks/find_notebooks.ts";
import { parseNotebook } from "../tools/notebooks/notebook.ts";
import { brokenRules } from "../tools/notebooks/notebook_rules.ts";

/** Larger ones make reviews and clones slow. */
const MOST_BYTES = 300_000;

for (const name of await findNotebooks(fromRoot("notebooks"), null)) {
  const path = fromRoot(`notebooks/${name}.ipynb`);
  const text = await Deno.readTextFile(path);
  const notebook = parseNotebook(text, name);
  const codes = notebook.cells.filter((cell) => cell.cell_type === "code");

  Deno.test(`${name} asks one question and keeps the rules`, () => {
    assert.deepEqual(brokenRules(notebook), []);
  });

  Deno.test(`${name} type-checks and lints`, async () => {
    assert.equal(await checkCells(notebook, { path, by: "check" }), null);
    assert.equal(await checkCells(notebook, { path, by: "lint" }), null);
  });

  // `deno fmt --check` of an .ipynb fails whether it is formatted or not.
  Deno.test(`${name} is formatted`, async () => {
    const folder = await Deno.makeTempDir();
    try {
      for (const [index, { source }] of codes.entries()) {
        const file = join(folder, `code_cell_${index + 1}.ts`);
        await Deno.writeTextFile(file, source + "\n");
      }
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["fmt", "--check", folder],
        env: { NO_COLOR: "1" },
      }).output();
      assert.ok(success, new TextDecoder().decode(stderr));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });

  Deno.test(`${name} is committed clean and small, with outputs that anybody can see`, () => {
    assert.equal(
      text,
      formatNotebook(cleanNotebook(notebook)),
      "run tools/notebooks/clean.ts",
    );
    assert.ok(text.length <= MOST_BYTES, `${text.length} characters`);
    const outputs = codes.flatMap((cell) => cell.outputs ?? []);
    assert.ok(outputs.every(({ output_type: type }) => type !== "error"));
    const pictures = outputs.filter(({ data = {} }) =>
      "image/svg+xml" in data || "image/png" in data
    );
    assert.ok(pictures.length >= 3, "run deno task notebooks --save");
    assert.doesNotMatch(text, new RegExp(RegExp.escape(fromRoot("."))));
  });
}
