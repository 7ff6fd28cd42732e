import assert from "node:assert/strict";
import { join } from "node:path";
import { isRun } from "@lib/pipeline/base/is_run.ts";
import { refuseForeignIndex } from "@lib/pipeline/hosts_folder.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { readRecordedRun } from "@lib/pipeline/verify/recorded_run.ts";
import { runsIn } from "@lib/pipeline/verify/runs_in.ts";
import { inTemp } from "../../../support/temp_folder.ts";

Deno.test("isRun() knows a run by its run.json, and nothing else", () =>
  inTemp(async (dir) => {
    assert.equal(await isRun(fromRoot("reports/sample")), true);
    for (const text of ["{}", "null", "{", '{"schemaVersion":"1"}']) {
      await Deno.writeTextFile(join(dir, "run.json"), text);
      assert.equal(await isRun(dir), false, text);
    }
  }));

/** What in the place of a record would be read for ever. */
const ENDLESS: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  "a pipe": (path) => new Deno.Command("mkfifo", { args: [path] }).output(),
  "a link to /dev/zero": (path) => Deno.symlink("/dev/zero", path),
  "a file of more than 64 MiB": async (path) => {
    await Deno.writeTextFile(path, "{");
    await Deno.truncate(path, 2 ** 26 + 1);
  },
};

for (const [what, make] of Object.entries(ENDLESS)) {
  Deno.test({
    name: `${what} in the place of run.json and index.json is none of them`,
    ignore: Deno.build.os === "windows",
    fn: () =>
      inTemp(async (dir) => {
        await make(join(dir, "run.json"));
        await make(join(dir, "index.json"));
        assert.equal(await isRun(dir), false);
        assert.deepEqual(await runsIn(dir), [dir]);
        await assert.rejects(readRecordedRun(dir), /^InputError: .*run\.json/);
        await assert.rejects(refuseForeignIndex(dir), /holds something else/);
      }),
  });
}
