import { fromRoot } from "@lib/pipeline/base/paths.ts";
import assert from "node:assert/strict";

Deno.test("record_sample says which program is missing, and leaves nothing behind", async () => {
  const folder = await Deno.makeTempDir();
  const { code, errors } = await record(["--scratch", folder], {
    PATH: folder,
  });
  assert.equal(
    errors,
    "Cannot record a sample: node_exporter must be installed; on Debian: " +
      "apt-get install prometheus prometheus-node-exporter stress-ng\n",
  );
  assert.equal(code, 1);
  assert.deepEqual([...Deno.readDirSync(folder)], []);
  await Deno.remove(folder);
});

Deno.test("record_sample refuses what it does not understand, in one line", async () => {
  for (
    const [args, message] of [
      [["--minutes", "many"], "--minutes must be a positive integer"],
      [["--hours", "2"], "every flag must be known"],
    ] as const
  ) {
    const { code, errors } = await record(args);
    assert.ok(errors.startsWith(`Cannot record a sample: ${message}, got `));
    assert.equal(errors.trimEnd().split("\n").length, 1);
    assert.equal(code, 1);
  }
});

async function record(
  args: readonly string[],
  env: Record<string, string> = {},
) {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", fromRoot("tools/record_sample.ts"), ...args],
    env,
  }).output();
  return { code, errors: new TextDecoder().decode(stderr) };
}
