import assert from "node:assert/strict";
import deno from "../../deno.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);

/** Asks what a permission set of deno.json grants. */
async function granted(
  set: string,
  asked: readonly Deno.PermissionDescriptor[],
): Promise<readonly boolean[]> {
  const script = new URL("ask_permissions.ts", import.meta.url).pathname;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", `-P=${set}`, script, JSON.stringify(asked)],
    cwd: ROOT,
    stderr: "inherit",
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

Deno.test("training, scoring and reporting run offline", () => {
  for (const name of ["train", "evaluate", "report", "sample"] as const) {
    assert.match(
      deno.tasks[name].command,
      /^(?:INIT_CWD=\. )?deno run -q -P=offline /,
      name,
    );
  }
});

Deno.test("the offline set gives no network and starts no program", async () => {
  const asked = [
    { name: "net" },
    { name: "net", host: "127.0.0.1" },
    { name: "run" },
    { name: "run", command: "python3" },
    { name: "env", variable: "HOME" },
  ] as const;
  assert.deepEqual(await granted("offline", asked), asked.map(() => false));
});

Deno.test("the offline set loads the addons by their paths and no other", async () => {
  const folder = "node_modules/.deno";
  const polars = `${folder}/nodejs-polars-linux-x64-gnu@0.25.2/polars.node`;
  const engine = `${folder}/@tensorflow+tfjs-node@4.22.0/tfjs_binding.node`;
  const asked = [polars, engine, folder, "/lib/libc.so.6"]
    .map((path) => ({ name: "ffi", path }) as const);
  assert.deepEqual(await granted("offline", asked), [true, true, false, false]);
});

Deno.test("the addons in the offline set are those that are pinned", () => {
  const { imports, permissions: { offline } } = deno;
  const version = (specifier: string) => specifier.split("@").at(-1);
  for (const path of offline.ffi) {
    const pin = path.includes("polars")
      ? imports["nodejs-polars"]
      : imports["@tensorflow/tfjs-node"];
    assert.equal(version(path), version(pin), path);
  }
});
