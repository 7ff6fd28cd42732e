import assert from "node:assert/strict";
import { join } from "node:path";
import { readParamsFile } from "@lib/pipeline/params/params_file.ts";

const REFUSED: readonly (readonly [
  what: string,
  make: (path: string) => Promise<unknown>,
  says: RegExp,
])[] = [
  ["nothing", () => Promise.resolve(), /be there; there is no such file$/],
  ["a folder", (path) => Deno.mkdir(path), /must be a file$/],
  [
    "more than 1 MiB",
    (path) => Deno.writeTextFile(path, " ".repeat(2 ** 20 - 1) + "{}"),
    /must be 1 MiB at most, got 1048577$/,
  ],
  ["no JSON", (path) => Deno.writeTextFile(path, "{"), /must hold JSON; /],
  ["a list", (path) => Deno.writeTextFile(path, "[]"), /one JSON object$/],
];

for (const [what, make, says] of REFUSED) {
  Deno.test(`readParamsFile() refuses ${what} by name`, async () => {
    const dir = await Deno.makeTempDir();
    const file = join(dir, "params.json");
    await make(file);
    await assert.rejects(readParamsFile(file), (error: Error) => {
      assert.ok(error.message.startsWith(`Cannot read ${file}: a parameters`));
      return says.test(error.message);
    });
    await Deno.remove(dir, { recursive: true });
  });
}

Deno.test("readParamsFile() gives what the file holds, unchecked", async () => {
  const file = await Deno.makeTempFile();
  await Deno.writeTextFile(file, '{"windw": [3]}');
  assert.deepEqual(await readParamsFile(file), { windw: [3] });
  await Deno.remove(file);
});
