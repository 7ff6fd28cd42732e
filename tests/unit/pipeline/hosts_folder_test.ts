import assert from "node:assert/strict";
import { join } from "node:path";
import { refuseForeignIndex } from "@lib/pipeline/hosts_folder.ts";

/** Files by their path in the folder, and whether it may be written to. */
const FOLDERS: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  isOurs: boolean,
])[] = [
  ["nothing", {}, true],
  ["an index", { "index.json": '{"hosts":[]}', "notes.txt": "" }, true],
  [
    "runs whose index was never come to",
    { "a/run.json": '{"schemaVersion":1}', "b.tmp/0123abcd/x": "" },
    true,
  ],
  [
    "a run and something else",
    { "a/run.json": '{"schemaVersion":1}', "notes.txt": "" },
    false,
  ],
  ["folders of somebody else", { "a/run.json": "{}" }, false],
];

for (const [what, files, isOurs] of FOLDERS) {
  Deno.test(`refuseForeignIndex() ${isOurs ? "takes" : "refuses"} a folder with ${what}`, async () => {
    const dir = await Deno.makeTempDir();
    for (const [path, text] of Object.entries(files)) {
      await Deno.mkdir(join(dir, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(dir, path), text);
    }
    const end = await refuseForeignIndex(dir).then(() => "", String);
    assert.match(end, isOurs ? /^$/ : /of several hosts, and holds something/);
    await Deno.remove(dir, { recursive: true });
  });
}
