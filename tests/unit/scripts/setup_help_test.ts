import assert from "node:assert/strict";
import { fromRoot } from "@lib/pipeline/base/paths.ts";

for (const flag of ["--help", "-h"]) {
  Deno.test(`scripts/setup.ts tells its flags with ${flag} and sets nothing up`, async () => {
    // Without the rights to write and to start programs.
    const rights = ["--no-prompt", "--allow-read", "--allow-env=PATH"];
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", ...rights, fromRoot("scripts/setup.ts"), flag],
    }).output();
    const text = new TextDecoder().decode(stderr);
    assert.equal(code, 0, text);
    assert.match(text, /^Usage: [^]*^ +--engine tfjs-node {3}/m);
  });
}
