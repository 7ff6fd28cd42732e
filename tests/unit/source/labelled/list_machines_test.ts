import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { listMachines } from "@lib/source/labelled/list_machines.ts";

/** Runs with a folder that holds empty files of these names. */
async function inFolder(
  names: readonly string[],
  work: (dir: string) => Promise<void>,
) {
  const dir = await Deno.makeTempDir();
  try {
    for (const name of names) {
      await Deno.mkdir(join(dir, name, ".."), { recursive: true });
      await Deno.writeTextFile(join(dir, name), "");
    }
    await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const refused = (dir: string, message: RegExp) =>
  assert.rejects(listMachines(dir), (error) => {
    assert.ok(error instanceof InputError);
    assert.match(error.message, message);
    return true;
  });

Deno.test("listMachines() lists Parquet machines in the order of their numbers", () =>
  inFolder(
    ["m-10", "m-9", "m-2"].flatMap((
      name,
    ) => [`${name}.train.parquet`, `${name}.test.parquet`]).concat([
      "m-2.causes.csv",
      "LICENSE",
    ]),
    async (dir) => {
      assert.deepEqual(await listMachines(dir), {
        dir,
        form: "parquet",
        names: ["m-2", "m-9", "m-10"],
      });
    },
  ));

Deno.test("listMachines() lists ServerMachineDataset, or a checkout that holds it", () => {
  const files = ["train/a.txt", "test/a.txt", "test_label/a.txt"];
  return inFolder(
    [...files, ...files.map((file) => `repo/ServerMachineDataset/${file}`)],
    async (dir) => {
      assert.deepEqual(await listMachines(dir), {
        dir,
        form: "text",
        names: ["a"],
      });
      const inside = await listMachines(join(dir, "repo"));
      assert.equal(inside.dir, join(dir, "repo/ServerMachineDataset"));
    },
  );
});

Deno.test("listMachines() names the part that a machine lacks", () =>
  inFolder(
    ["a.train.parquet", "a.test.parquet", "b.test.parquet"],
    (dir) =>
      refused(dir, /b must have a train and a test part; its train part is/),
  ));

Deno.test("listMachines() says what a folder must hold", () =>
  inFolder(["notes.txt", ".train.parquet"], async (dir) => {
    await refused(dir, /it must hold M\.train\.parquet and M\.test\.parquet/);
    await refused(join(dir, "none"), /a folder to read; it is not there/);
    await refused(join(dir, "notes.txt"), /it must be a folder to read/);
  }));
