import assert from "node:assert/strict";
import { recordRights } from "../../scripts/launch/rights.ts";
import deno from "../../deno.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);

/** Asks what a permission set of deno.json grants. */
const granted = (set: string, asked: readonly Deno.PermissionDescriptor[]) =>
  grantedBy([`-P=${set}`], asked);

async function grantedBy(
  rights: readonly string[],
  asked: readonly Deno.PermissionDescriptor[],
): Promise<readonly boolean[]> {
  const script = new URL("ask_permissions.ts", import.meta.url).pathname;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", ...rights, script, JSON.stringify(asked)],
    cwd: ROOT,
    stderr: "inherit",
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

Deno.test("training, scoring and reporting run offline", () => {
  for (const name of ["train", "evaluate", "report"] as const) {
    // It only starts them; recording_test.ts tells with what rights.
    assert.equal(
      deno.tasks[name].command,
      `deno run -q --allow-read --allow-run --allow-env=INIT_CWD scripts/launch.ts ${name}`,
    );
  }
  assert.match(
    deno.tasks.sample.command,
    /^INIT_CWD=\. deno run -q -P=offline /,
  );
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

Deno.test("recording reaches the one host and the one folder", async () => {
  const out = new URL("data/raw/a.parquet", ROOT).pathname;
  const rights = recordRights("prometheus:http://127.0.0.1:9090", out);
  const asked = [
    { name: "net", host: "127.0.0.1:9090" },
    { name: "net", host: "127.0.0.1:9091" },
    { name: "net", host: "localhost:9090" },
    { name: "net" },
    { name: "run" },
    { name: "write", path: out },
    { name: "write", path: new URL("data/models", ROOT).pathname },
    { name: "env", variable: "HOME" },
    { name: "ffi", path: "/lib/libc.so.6" },
  ] as const;
  assert.deepEqual(
    await grantedBy(rights, asked),
    asked.map((_, i) => i === 0 || i === 5),
  );
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
  const { imports, permissions: { offline, record } } = deno;
  const version = (specifier: string) => specifier.split("@").at(-1);
  for (const path of [...offline.ffi, ...record.ffi]) {
    const pin = path.includes("polars")
      ? imports["nodejs-polars"]
      : imports["@tensorflow/tfjs-node"];
    assert.equal(version(path), version(pin), path);
  }
});
