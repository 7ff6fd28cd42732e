import assert from "node:assert/strict";
import { fromRoot } from "@lib/pipeline/base/paths.ts";

Deno.test({
  name: "deno task lab refuses root in one line, before it installs anything",
  ignore: Deno.build.os === "windows" || Deno.uid() !== 0,
  fn: async () => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "-A", fromRoot("tools/lab.ts")],
    }).output();
    const [out, err] = [stdout, stderr]
      .map((bytes) => new TextDecoder().decode(bytes));
    assert.equal(
      err,
      "Cannot open JupyterLab: its cells can change everything that its user " +
        'can, got "root"; be another user, or add --allow-root\n',
    );
    assert.deepEqual([code, out], [1, ""]);
  },
});
