import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { fileRights, modelsRights } from "../../scripts/launch/rights.ts";
import { check, polarsAddon } from "./check_rights.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-rights-" });
globalThis.addEventListener(
  "unload",
  () => Deno.removeSync(dir, { recursive: true }),
);
const at = (name: string) => join(dir, name);
for (const name of ["mine.csv", "link.csv", "labels.csv"]) {
  await Deno.writeTextFile(at(name), "1");
}
const isX64Linux = Deno.build.os === "linux" && Deno.build.arch === "x86_64";

Deno.test("models reads models and runs, and writes nothing", async () => {
  await Deno.mkdir(fromRoot("data/models"), { recursive: true });
  await check(modelsRights({}), [
    ["read", "/etc/passwd", "NotCapable"],
    ["run", Deno.execPath(), "NotCapable"],
    ["net", "127.0.0.1:9", "NotCapable"],
    ["read", at("mine.csv"), "NotCapable"],
    ["read", fromRoot("reports/sample/run.json"), "done"],
    ["write", fromRoot("data/models/rights"), "NotCapable"],
    ["write", fromRoot("reports/rights"), "NotCapable"],
    ...(isX64Linux ? [["require", polarsAddon(), "NotCapable"] as const] : []),
  ]);
});

for (const change of [{ rollback: "web" }, { use: "web@abc123" }]) {
  Deno.test(`train --${Object.keys(change)} writes models, and loads no native code`, async () => {
    const file = fromRoot(`data/models/rights-${crypto.randomUUID()}`);
    await Deno.mkdir(fromRoot("data/models"), { recursive: true });
    await check(fileRights("train", change), [
      ["read", at("mine.csv"), "NotCapable"],
      ["read", fromRoot("data/samples/server-1.test.parquet"), "NotCapable"],
      ["read", fromRoot("reports/sample/run.json"), "NotCapable"],
      ["write", file, "done"],
      ["write", fromRoot("reports/rights"), "NotCapable"],
      ...(isX64Linux
        ? [["require", polarsAddon(), "NotCapable"] as const]
        : []),
    ]);
    await Deno.remove(file);
  });
}

Deno.test("train --compare reads labels and earlier runs, and writes no reports", async () => {
  const given = {
    ...{ train: [at("mine.csv")], data: [at("link.csv")] },
    ...{ labels: at("labels.csv"), compare: true },
  };
  await check(fileRights("train", given), [
    ["read", at("labels.csv"), "done"],
    ["read", fromRoot("reports/sample/run.json"), "done"],
    ["write", fromRoot("reports/rights"), "NotCapable"],
  ]);
  await check(fileRights("train", { train: [at("mine.csv")] }), [
    ["read", fromRoot("reports/sample/run.json"), "NotCapable"],
  ]);
});
