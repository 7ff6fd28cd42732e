import assert from "node:assert/strict";
import { join } from "node:path";
import { sha256 } from "@lib/pipeline/base/hash.ts";
import { rows } from "../support/bad_files.ts";
import { assertRefused, treeOf } from "../support/refusal.ts";
import { type FileTask, runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-model-" });
const name = `bad-model-${crypto.randomUUID().slice(0, 8)}`;
const saved = join("data/models", name);
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(saved, { recursive: true });
});
const file = (path: string, text: string) => {
  Deno.writeTextFileSync(join(dir, path), text);
  return join(dir, path);
};
const wave = (row: number) => (Math.sin(row / 9) + (row % 5) / 20).toFixed(3);
/** A table of two metrics, one row every so many minutes. */
const two = (queue: (row: number) => string, minutes = 1) =>
  rows(600, (row) => `${wave(row)},${queue(row)}`, (row) => minutes * row)
    .replace("cpu", "cpu,queue");
const data = file("web.csv", two(wave));
const quick = ["--epochs", "1", "--hidden", "4"];

const trained = await runTask("train", [
  ...["--train", data, "--name", name, ...quick],
]);
assert.equal(trained.code, 0, trained.stderr);
const [version = ""] = [...Deno.readDirSync(join(saved, "versions"))]
  .map((entry) => entry.name);

/** Copies the model and gives the copy's folder. */
async function copyOf(): Promise<string> {
  const copy = join(dir, "model");
  await Deno.remove(copy, { recursive: true }).catch(() => {});
  await Deno.mkdir(join(copy, "versions", version), { recursive: true });
  for (const path of ["current", ...FILES.map(inVersion)]) {
    await Deno.copyFile(join(saved, path), join(copy, path));
  }
  return copy;
}

const FILES = ["model.json", "weights.bin", "detector.json", "manifest.json"];
const inVersion = (path: string) => join("versions", version, path);

async function refuses(task: FileTask, args: readonly string[], says: RegExp) {
  const before = treeOf(dir);
  const end = await runTask(task, [
    ...["--out", join(dir, "out"), ...args],
  ]);
  assertRefused(end, says);
  assert.deepEqual(treeOf(dir), before);
}

for (const task of ["evaluate", "report"] as const) {
  for (const path of ["current", ...FILES.map(inVersion)]) {
    Deno.test(`deno task ${task} refuses a model with one flipped byte in ${path.split("/").at(-1)}`, async () => {
      const model = await copyOf();
      const bytes = await Deno.readFile(join(model, path));
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await Deno.writeFile(join(model, path), bytes);
      const says =
        /^Cannot load the model .*model: (current must name one of its versions|.* must be what was saved|manifest.json must be).*; restore it or train it again/;
      await refuses(task, ["--data", data, "--model", model], says);
    });
  }
}

Deno.test("deno task report refuses a model of another schema version", async () => {
  const model = await copyOf();
  const at = (path: string) => join(model, inVersion(path));
  const change = async (path: string, from: string, to: string) => {
    const text = await Deno.readTextFile(at(path));
    assert.ok(text.includes(from));
    await Deno.writeTextFile(at(path), text.replace(from, to));
  };
  const before = sha256(await Deno.readFile(at("detector.json")));
  await change("detector.json", '"schemaVersion": 2', '"schemaVersion": 99');
  const after = sha256(await Deno.readFile(at("detector.json")));
  await change("manifest.json", before, after);
  await refuses(
    "report",
    ["--data", data, "--model", model],
    /its schema version must be 2, got 99; train it again/,
  );
});

Deno.test("deno task report names the feature that the data lacks", async () => {
  const one = file("one.csv", rows(600, wave));
  await refuses(
    "report",
    ["--data", one, "--model", name],
    /score the data of one: it must have each of the 2 metrics .*, and lacks queue; /,
  );
  await refuses(
    "evaluate",
    ["--data", one, "--train", data, "--name", `${name}-2`, ...quick],
    /and lacks queue; /,
  );
});

Deno.test("deno task report takes data in which a feature was not measured any more", async () => {
  const empty = file("empty.csv", two(() => ""));
  const { code, stderr } = await runTask("report", [
    ...["--data", empty, "--model", name],
    ...["--out", join(dir, "empty")],
  ]);
  assert.equal(code, 0, stderr);
  const html = await Deno.readTextFile(join(dir, "empty", "report.html"));
  assert.match(html, /queue[\s\S]{0,200}its median in training stands in/);
});

Deno.test("deno task report refuses data at a longer interval than the model's", async () => {
  const slow = file("slow.csv", two(wave, 5));
  await refuses(
    "report",
    ["--data", slow, "--model", name],
    /rows must come every 1 min or more often; they come every 5 min/,
  );
});
