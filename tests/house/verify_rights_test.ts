import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { verifyRights } from "../../scripts/launch/verify_rights.ts";
import { check, polarsAddon } from "./check_rights.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-rights-" });
globalThis.addEventListener(
  "unload",
  () => Deno.removeSync(dir, { recursive: true }),
);
const at = (name: string) => join(dir, name);
const ENGINE = { name: "simd", version: "1" };
const HASH = "a".repeat(64);

/** A run that says it rests on these files. */
async function writeRun(
  folder: string,
  inputs: readonly object[],
  model = at("shelf"),
) {
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(
    join(folder, "run.json"),
    JSON.stringify({
      ...{ schemaVersion: 1, versions: {}, split: null },
      ...{ command: "", startedAt: "", engine: ENGINE },
      parameters: { model },
      model: {
        ...{ name: "web", version: "abc", sha256: HASH },
        trainedBy: ENGINE,
      },
      inputs: inputs.map((input) => ({ ...input, sha256: HASH, bytes: 1 })),
    }),
  );
}

const files = [
  "mine.csv",
  "other.csv",
  "shelf/model.json",
  "shelf/manifest.json",
  "old/evaluation.json",
];
for (const name of [...files, "old/incidents.json", "old/report.html"]) {
  await Deno.mkdir(dirname(at(name)), { recursive: true });
  await Deno.writeTextFile(at(name), "1");
}
await writeRun(at("run"), [
  { role: "data", path: at("mine.csv") },
  { role: "earlier", path: at("old/incidents.json") },
]);
await writeRun(at("evil"), [{ role: "data", path: "../../../etc/passwd" }]);

// Folders that hold more than what is verified, and no model.
await writeRun(at("wide"), [{ role: "data", path: at("old") }], dir);

Deno.test("verify reads runs and what they rest on, and writes nothing", async () => {
  const rights = await verifyRights({
    run: [at("run"), at("evil"), at("wide")],
  });
  await check(rights, [
    ["read", at("run/run.json"), "done"],
    ["read", at("mine.csv"), "done"],
    ["read", at("old/evaluation.json"), "done"],
    ["read", at("old/incidents.json"), "done"],
    ["read", at("shelf/model.json"), "done"],
    ["read", at("old/report.html"), "NotCapable"],
    ["read", at("other.csv"), "NotCapable"],
    ["read", "/etc/passwd", "NotCapable"],
    ["read", fromRoot("data/samples/server-1.test.parquet"), "NotCapable"],
    ["read", fromRoot("reports/sample/run.json"), "NotCapable"],
    ["write", at("run/report.html"), "NotCapable"],
    ["write", fromRoot("data/models/rights"), "NotCapable"],
    ["write", fromRoot("reports/rights"), "NotCapable"],
    ["net", "127.0.0.1:9", "NotCapable"],
    ["run", Deno.execPath(), "NotCapable"],
    ["load", "libc.so.6", "NotCapable"],
    ["env", "HOME", "NotCapable"],
    ...(Deno.build.os === "linux" && Deno.build.arch === "x86_64"
      ? [["require", polarsAddon(), "done"] as const]
      : []),
  ]);
});

Deno.test("verify --inputs reads what was named besides, and nothing more", async () => {
  await Deno.mkdir(at("store"), { recursive: true });
  await Deno.writeTextFile(at("store/mine.csv"), "1");
  const rights = await verifyRights({
    run: [at("run")],
    inputs: [at("store")],
  });
  await check(rights, [
    ["read", at("store/mine.csv"), "done"],
    ["read", at("mine.csv"), "done"],
    ["read", at("other.csv"), "NotCapable"],
    ["read", "/etc/passwd", "NotCapable"],
    ["write", at("store/mine.csv"), "NotCapable"],
    ["net", "127.0.0.1:9", "NotCapable"],
  ]);
});

Deno.test("verify refuses to read above an input whose path has a comma", async () => {
  const path = at("a,b.csv");
  await Deno.writeTextFile(path, "1");
  await writeRun(at("comma"), [{ role: "data", path }]);
  await assert.rejects(
    verifyRights({ run: [at("comma")] }),
    /^InputError: .*its path must hold no comma.*; copy it .* --inputs$/,
  );
  const rights = await verifyRights({
    ...{ run: [at("comma")], inputs: [at("shelf")] },
  });
  await check(rights, [
    ["read", at("comma/run.json"), "done"],
    ["read", at("shelf/model.json"), "done"],
    ["read", at("mine.csv"), "NotCapable"],
  ]);
});

Deno.test("verify of a folder of very many hosts starts", async () => {
  const names = Array.from({ length: 900 }, (_, i) => `host-${i}`);
  for (const name of names) {
    const path = at(`${"a".repeat(200)}/${name}.csv`);
    await writeRun(at(`many/${name}`), [{ role: "data", path }]);
  }
  const hosts = names.map((name) => ({ link: `${name}/report.html` }));
  await Deno.writeTextFile(at("many/index.json"), JSON.stringify({ hosts }));
  const rights = await verifyRights({ run: [at("many")] });
  assert.ok(rights.every((right) => right.length < 2 ** 17));
  assert.ok(!rights.join().includes("many/host"));
  await check(rights, [
    ["read", at("many/host-899/run.json"), "done"],
    ["read", at("mine.csv"), "NotCapable"],
  ]);
});
