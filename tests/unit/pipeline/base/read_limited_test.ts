import assert from "node:assert/strict";
import { join } from "node:path";
import { readLimited, textOf } from "@lib/pipeline/base/read_limited.ts";
import { inTemp } from "../../../support/temp_folder.ts";

Deno.test("readLimited() reads a file up to the limit, and no byte beyond", () =>
  inTemp(async (dir) => {
    const file = join(dir, "a");
    await Deno.writeTextFile(file, "\uFEFFaé");
    const read = await readLimited(file, 6);
    assert.ok("bytes" in read);
    assert.equal(textOf(read.bytes), "\uFEFFaé");
    assert.deepEqual(await readLimited(file, 5), { problem: "too large" });
    await Deno.writeTextFile(file, "");
    assert.deepEqual(await readLimited(file, 5), { bytes: new Uint8Array(0) });
  }));

Deno.test("readLimited() says of what is no file that it is none, without opening it", () =>
  inTemp(async (dir) => {
    assert.deepEqual(await readLimited(dir, 9), { problem: "no file" });
    const gone = await readLimited(join(dir, "gone"), 9);
    assert.ok("problem" in gone && gone.problem === "unreadable");
  }));

Deno.test({
  name: "readLimited() stops where a file says that it is empty and is not",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const read = await readLimited("/proc/self/status", 9);
    assert.deepEqual(read, { problem: "too large" });
  },
});
