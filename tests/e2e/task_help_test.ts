import assert from "node:assert/strict";
import deno from "../../deno.json" with { type: "json" };

/** They are Deno's own commands, or several of them at once. */
const DENOS = ["check", "fmt", "lint", "types", "docs", "bench"];

const names = Object.keys(deno.tasks);

/** Runs a task as a user does. */
async function task(...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", ...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
}

for (const name of names.filter((name) => !DENOS.includes(name))) {
  Deno.test(`deno task ${name} --help tells how it is called`, async () => {
    const { code, text } = await task(name, "--help");
    assert.equal(code, 0, text);
    const shown = name === "sample" ? "report" : name;
    assert.match(text, new RegExp(`deno task ${shown}( |$)`, "m"));
  });
}

Deno.test("a task that takes no flags refuses them in one line", async () => {
  const { code, text } = await task("build:simd", "--bogus");
  assert.equal(code, 1);
  assert.equal(
    text,
    'Cannot run build:simd: it takes no flags, got "--bogus"\n',
  );
});

Deno.test("deno task lists what users need before what maintainers do", () => {
  const tasks: readonly { readonly description: string }[] = Object.values(
    deno.tasks,
  );
  const isFor = tasks.map(({ description }) =>
    description.startsWith("(maintainers) ") ? "maintainers" : "users"
  );
  assert.deepEqual(isFor, isFor.toSorted().reverse());
  assert.equal(names[0], "report");
});
