import assert from "node:assert/strict";
import { Children } from "../../../../tools/record_sample/children.ts";

Deno.test("Children.stop() ends programs with what they started", async () => {
  const folder = await Deno.makeTempDir();
  const children = new Children(folder);
  const shell = children.start("sh", ["-c", "sleep 61 & echo $! > pid; wait"]);
  const pid = await readPid(`${folder}/pid`);
  await children.stop([shell]);
  assert.ok(await hasEnded(pid));
  await Deno.remove(folder, { recursive: true });
});

Deno.test("Children.shell() runs a script with its values to the end", async () => {
  const folder = await Deno.makeTempDir();
  await new Children(folder).shell('echo "$WORD" > said', {
    WORD: "two words",
  });
  assert.equal(await Deno.readTextFile(`${folder}/said`), "two words\n");
  await Deno.remove(folder, { recursive: true });
});

async function readPid(path: string): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const text = await Deno.readTextFile(path).catch(() => "");
    if (text.endsWith("\n")) return Number(text);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail("the shell did not start");
}

/** A process that its new parent has not waited for counts as ended. */
async function hasEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    const stat = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "");
    if (stat === "" || / Z /.test(stat)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
