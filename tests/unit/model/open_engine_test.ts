import assert from "node:assert/strict";
import { openEngine } from "@lib/model/open_engine.ts";
import { NO_TFJS_NODE } from "../../support/engines.ts";

/** What a program in a process of its own says of `openEngine(choice)`. */
async function openApart(
  choice: string,
  permissions: readonly string[],
): Promise<{ readonly out: string; readonly error: string }> {
  const module = import.meta.resolve("@lib/model/open_engine.ts");
  const program = `
    const { openEngine } = await import(${JSON.stringify(module)});
    const opened = await openEngine(${JSON.stringify(choice)})
      .catch((error) => ({ name: error.name, version: error.message }));
    console.log(JSON.stringify([opened.name, opened.version]));`;
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/program.ts`, program);
  const config = new URL("../../../deno.json", import.meta.url).pathname;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      `--config=${config}`,
      "--allow-read",
      ...permissions,
      `${folder}/program.ts`,
    ],
    // As a person's shell has it: nothing that silences TensorFlow.
    env: { TF_CPP_MIN_LOG_LEVEL: "0" },
    clearEnv: true,
  }).output();
  await Deno.remove(folder, { recursive: true });
  const decoder = new TextDecoder();
  return { out: decoder.decode(stdout), error: decoder.decode(stderr) };
}

Deno.test("openEngine() auto gives simd with no permission but read, and prints nothing", async () => {
  const { out, error } = await openApart("auto", []);
  assert.match(out, /^\["simd","simd [0-9a-f]{8}\.\d+"\]\n$/);
  assert.equal(error, "");
});

Deno.test("openEngine() tfjs-node without ffi says in one line how to get it", async () => {
  const { out, error } = await openApart("tfjs-node", []);
  assert.match(
    out,
    /^\["InputError","Cannot use the engine tfjs-node: it must work here: .*; `deno task setup --engine tfjs-node` makes it, .*"\]\n$/,
  );
  assert.equal(error, "");
});

Deno.test({
  name: "openEngine() tfjs-node names its version",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const { name, version } = await openEngine("tfjs-node");
    assert.equal(name, "tfjs-node");
    assert.match(version, /^tfjs-node 4\.22\.0, TensorFlow \d/);
  },
});

Deno.test("openEngine() wasm names its version", async () => {
  const { name, version } = await openEngine("wasm");
  assert.deepEqual([name, version], ["wasm", "tfjs-wasm 4.22.0 (SIMD)"]);
});
