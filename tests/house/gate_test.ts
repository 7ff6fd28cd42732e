import assert from "node:assert/strict";

/** What `deno task check` runs. */
const COMMANDS = [
  { name: "the tree is formatted", args: ["fmt", "--check"] },
  { name: "the linter finds nothing", args: ["lint"] },
  {
    name: "code and doc examples type-check",
    args: [
      "check",
      "--doc",
      "benches",
      "lib",
      "scripts",
      "tools",
      "tests",
      "vendor",
    ],
  },
  {
    name: "the public surface is documented",
    args: ["doc", "--lint", "lib/mod.ts"],
  },
];

for (const { name, args } of COMMANDS) {
  Deno.test(name, async () => {
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      {
        args,
        cwd: new URL("../../", import.meta.url),
        env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
      },
    ).output();
    const decoder = new TextDecoder();
    assert.ok(success, decoder.decode(stdout) + decoder.decode(stderr));
  });
}
