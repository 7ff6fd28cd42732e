import assert from "node:assert/strict";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { readParams } from "@lib/pipeline/params/read_params.ts";

async function withParams<T>(
  text: string | null,
  run: () => Promise<T>,
): Promise<T> {
  const file = await Deno.makeTempFile();
  if (text !== null) await Deno.writeTextFile(file, text);
  Deno.env.set("PARAMS", text === null ? `${file}.absent` : file);
  try {
    return await run();
  } finally {
    Deno.env.delete("PARAMS");
    await Deno.remove(file);
  }
}

Deno.test("readParams() takes what the notebook says where there is no file", async () => {
  const { window, train } = await readParams(parseParams, { window: 20 });
  assert.deepEqual({ window, train }, { window: 20, train: null });
});

Deno.test("readParams() puts the file's parameters above the notebook's", async () => {
  const read = () => readParams(parseParams, { window: 20, seed: 3 });
  const { window, seed } = await withParams('{"window": 30}', read);
  assert.deepEqual({ window, seed }, { window: 30, seed: 3 });
});

Deno.test("readParams() refuses a file that is absent, no JSON or no object", async () => {
  for (const text of [null, "", "{", "[1]", "null", '"a"']) {
    await withParams(text, () =>
      assert.rejects(readParams(parseParams), {
        name: "InputError",
        message: /a parameters file must/,
      }));
  }
});

Deno.test("readParams() refuses what the parser refuses", async () => {
  await withParams(
    '{"windw": 30}',
    () => assert.rejects(readParams(parseParams), /windw/),
  );
});
