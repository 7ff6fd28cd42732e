import assert from "node:assert/strict";
import { findNotebooks } from "../../../../tools/notebooks/find_notebooks.ts";

async function withFolder(
  files: readonly string[],
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const file of files) await Deno.writeTextFile(`${folder}/${file}`, "");
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const FILES = [
  "02_b.ipynb",
  "01_a.ipynb",
  ".03_c.ipynb",
  "04_d.ts",
  "10_e.ipynb",
];

Deno.test("findNotebooks() lists notebooks in order and nothing else", async () => {
  await withFolder(FILES, async (folder) => {
    assert.deepEqual(await findNotebooks(folder, null), [
      "01_a",
      "02_b",
      "10_e",
    ]);
  });
});

Deno.test("findNotebooks() takes a number, a name or a file", async () => {
  await withFolder(FILES, async (folder) => {
    for (
      const only of ["1", "01", "01_a", "01_a.ipynb", "notebooks/01_a.ipynb"]
    ) {
      assert.deepEqual(await findNotebooks(folder, only), ["01_a"], only);
    }
  });
});

Deno.test("findNotebooks() says what there is where nothing is found", async () => {
  await withFolder(FILES, async (folder) => {
    await assert.rejects(findNotebooks(folder, "3"), {
      name: "InputError",
      message:
        'Cannot run notebooks: there must be a notebook of that number or name, got "3"; ' +
        "there are 01_a, 02_b, 10_e",
    });
  });
  await withFolder(
    [],
    (folder) => assert.rejects(findNotebooks(folder, null), /there are none/),
  );
});

Deno.test("findNotebooks() refuses a folder that is not there", async () => {
  await withFolder(
    [],
    (folder) =>
      assert.rejects(
        findNotebooks(`${folder}/absent`, null),
        /their folder must be there/,
      ),
  );
});
