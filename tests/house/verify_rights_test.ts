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
const HASH = "a".repeat(64);

/** A run that says it rests on these files. */
async function writeRun(folder: string, inputs: readonly object[]) {
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(
    join(folder, "run.json"),
    JSON.stringify({
      ...{ schemaVersion: 1, engine: {}, versions: {}, split: null },
      parameters: { model: at("shelf") },
      model: {
        ...{ name: "web", version: "abc", sha256: HASH },
        trainedBy: { name: "simd" },
      },
      inputs: inputs.map((input) => ({ ...input, sha256: HASH, bytes: 1 })),
    }),
  );
}

const files = [
  "mine.csv",
  "other.csv",
  "shelf/model.json",
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

Deno.test("verify reads runs and what they rest on, and writes nothing", async () => {
  const rights = await verifyRights({ run: [at("run"), at("evil")] });
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
