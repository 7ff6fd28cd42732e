import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { refuseForeignFolder, runIn } from "@lib/pipeline/run_folder.ts";

Deno.test("refuseForeignFolder() lets a run, an empty folder and no folder pass", async () => {
  const dir = await Deno.makeTempDir();
  try {
    await refuseForeignFolder(join(dir, "none"));
    await refuseForeignFolder(dir);
    await Deno.writeTextFile(join(dir, "run.json"), '{"schemaVersion": 1}');
    await refuseForeignFolder(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("refuseForeignFolder() refuses a file and somebody else's folder", async () => {
  const dir = await Deno.makeTempDir();
  try {
    const file = join(dir, "run.json");
    for (const content of ["not json", '{"name": "an npm package"}']) {
      await Deno.writeTextFile(file, content);
      await assert.rejects(refuseForeignFolder(dir), InputError);
    }
    await assert.rejects(refuseForeignFolder(file), InputError);
    await Deno.writeTextFile(file, '{"schemaVersion": 1}');
    await Deno.writeTextFile(join(dir, "notes.txt"), "mine");
    await assert.rejects(refuseForeignFolder(dir), /got "notes.txt"/);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("runIn() tells numbers from a report, and both from nothing", async () => {
  const dir = await Deno.makeTempDir();
  try {
    assert.equal(await runIn(join(dir, "none")), "nothing");
    assert.equal(await runIn(dir), "nothing");
    await Deno.writeTextFile(join(dir, "run.json"), '{"schemaVersion": 1}');
    assert.equal(await runIn(dir), "numbers");
    await Deno.writeTextFile(join(dir, "report.html"), "<!doctype html>");
    assert.equal(await runIn(dir), "report");
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
