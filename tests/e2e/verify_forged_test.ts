import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { editFile, harmed } from "../support/harm_files.ts";
import { brokenIn, makeRun } from "../support/verified_run.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-forged-" });
const name = `forged-${crypto.randomUUID().slice(0, 8)}`;
const model = fromRoot(join("data/models", name));
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(model, { recursive: true });
});
await makeRun(dir, name);

const at = (file: string) => join(dir, file);

/** What is broken after some harm, which is undone. */
const after = (harm: () => Promise<unknown>) =>
  harmed([at("run")], async () => {
    await harm();
    return await brokenIn(at("run"));
  });

/** Edits the first text that matches in the run's record. */
const forge = (from: string | RegExp, to: string) => () =>
  editFile(at("run/run.json"), (text) => text.replace(from, to));

const UNCHECKED = [
  ...["unchecked scores", "unchecked incidents", "unchecked evaluation"],
];
const CANNOT = "its data is not what it was and cannot be used";

const SECRETS: Readonly<Record<string, string>> = {
  "lines of text": "root:$6$hush:19000:0:99999:7:::\nmail:hush:19000::::::\n",
  "a table that is no metrics": "user,password\nroot,hush\n",
  "JSON": '{"token":"hush"}\n',
};

for (const [what, secret] of Object.entries(SECRETS)) {
  Deno.test(`a record that names ${what} as its data gets nothing of it printed`, async () => {
    await Deno.writeTextFile(at("other"), secret);
    const { broken, texts, notes } = await after(
      forge(
        /"path": "[^"]*data\.csv"/,
        `"path": ${JSON.stringify(at("other"))}`,
      ),
    );
    assert.deepEqual(broken, ["changed data", ...UNCHECKED]);
    assert.deepEqual(texts.slice(1), [CANNOT, CANNOT, CANNOT]);
    assert.doesNotMatch([...texts, ...notes].join(), /hush|root/);
  });
}

Deno.test({
  name: "data in whose place a pipe stands, or far more of it, is not read",
  ignore: Deno.build.os === "windows",
  async fn() {
    const data = forge(
      /"path": "[^"]*data\.csv"/,
      `"path": ${JSON.stringify(at("other"))}`,
    );
    await new Deno.Command("mkfifo", { args: [at("other")] }).output();
    const pipe = await after(data);
    assert.deepEqual(pipe.texts.slice(1), [CANNOT, CANNOT, CANNOT]);
    await Deno.remove(at("other"));

    const rows = await Deno.readTextFile(at("data.csv"));
    const size = 2 * rows.length + 2 ** 20;
    await Deno.writeTextFile(at("other"), rows.padEnd(size, "\n"));
    assert.deepEqual((await after(data)).broken, ["changed data"]);
    await Deno.writeTextFile(at("other"), "\n", { append: true });
    assert.deepEqual((await after(data)).broken, [
      "changed data",
      ...UNCHECKED,
    ]);
  },
});
