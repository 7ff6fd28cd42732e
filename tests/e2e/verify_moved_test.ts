import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { lookElsewhere } from "@lib/pipeline/verify/elsewhere.ts";
import { launch } from "../support/launch.ts";
import { editFile, harmed } from "../support/harm_files.ts";
import { brokenIn, makeRun } from "../support/verified_run.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-moved-" });
const name = `moved-${crypto.randomUUID().slice(0, 8)}`;
const model = fromRoot(join("data/models", name));
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
});
await makeRun(dir, name);

const at = (file: string) => join(dir, file);
const run = at("run");

// The data folder was copied elsewhere, some of it under other names.
for (const folder of ["store/old", "store/models"]) {
  await Deno.mkdir(at(folder), { recursive: true });
}
for (
  const [from, to] of [
    ...[["data.csv", "june.csv"], ["train.csv", "train.csv"]],
    ...[["labels.csv", "old/labels.csv"], ["exclude.csv", "exclude.csv"]],
    ["archive/old", "archive"],
  ]
) await Deno.rename(at(from!), at(`store/${to}`));
await new Deno.Command("mv", { args: [model, at("store/models/web")] })
  .output();
// Files of the same size that are not it.
const size = (await Deno.stat(at("store/june.csv"))).size;
await Deno.writeTextFile(at("store/data.csv"), "x".repeat(size));

Deno.test("a run whose inputs were all moved says how they can be found", async () => {
  const { broken, texts } = await brokenIn(run);
  assert.deepEqual(broken.slice(0, 7), [
    ...["missing train", "missing data", "missing labels", "missing exclude"],
    ...["missing earlier", "missing earlier", "missing model"],
  ]);
  for (const text of texts.slice(0, 7)) {
    assert.match(text, /; where it was moved, --inputs DIR finds it by its SH/);
  }
});

Deno.test("deno task verify --inputs finds data, labels, earlier runs and the model by their SHA-256", async () => {
  const { code, stdout, stderr } = await launch("verify", [
    ...["run", "--inputs", "store", "--threads", "1"],
  ], { env: { INIT_CWD: dir } });
  assert.equal(code, 0, stderr);
  const lines = stdout.trimEnd().split("\n").map((line) => line.trim());
  assert.equal(lines.at(-1), "run holds");
  const of = (role: string) =>
    lines.filter((line) => line.startsWith(`holds  ${role} `)).join("\n");
  assert.match(of("data"), /data\.csv, in \S+store\/june\.csv$/);
  assert.match(of("labels"), /labels\.csv, in \S+store\/old\/labels\.csv$/);
  assert.match(of("earlier"), /archive\/old\/\S+, in \S+store\/archive\/\S+$/m);
  assert.match(of("model"), /as it was, in \S+store\/models\/web\/versions\//);
});

Deno.test("an input that is nowhere, or is not what it was, is not taken for another", async () => {
  await harmed([at("store")], async () => {
    await editFile(
      at("store/june.csv"),
      (text) => text.replace(/1(?=\n*$)/, "2").replace(/0(?=\n*$)/, "3"),
    );
    await Deno.remove(at("store/archive/evaluation.json"));
    const { broken, texts } = await brokenIn(run, {
      inputs: [at("store")],
    });
    assert.deepEqual(broken.slice(0, 3), [
      ...["missing data", "missing earlier", "missing earlier"],
    ]);
    for (const text of texts.slice(0, 3)) {
      assert.match(
        text,
        /not there, and nothing with its SHA-256 in what --inp/,
      );
    }
  });
});

Deno.test({
  name:
    "a single file can be named, a pipe beside it is not opened, and a loop of links ends",
  ignore: Deno.build.os === "windows",
  async fn() {
    const loop = at("loop");
    await Deno.mkdir(loop);
    await Deno.symlink(loop, join(loop, "again"));
    await Deno.symlink(join(loop, "self"), join(loop, "self"));
    await new Deno.Command("mkfifo", { args: [join(loop, "pipe")] }).output();
    const record = { path: "data.csv", sha256: "0".repeat(64), bytes: 0 };
    const { find } = await lookElsewhere([loop, at("store/june.csv")]);
    assert.deepEqual(await Array.fromAsync(find(record)), []);
    const { inputs } = JSON.parse(
      await Deno.readTextFile(join(run, "run.json")),
    );
    const data = inputs.find(({ role }: { role: string }) => role === "data");
    assert.deepEqual(await Array.fromAsync(find(data)), [at("store/june.csv")]);
  },
});

for (
  const [what, flags, message] of [
    [
      "a folder that is not there",
      ["run", "--inputs", "nowhere"],
      /^Cannot use params: inputs must name folders or files, got "\S+nowhere"; there is none\n$/,
    ],
    [
      "a run that was taken for one more folder of inputs",
      ["--inputs", "store", "run"],
      /^Cannot verify: at least one run's folder must be named; before --inputs: deno task verify reports\/sample --inputs DIR\n$/,
    ],
  ] as const
) {
  Deno.test(`deno task verify --inputs refuses ${what} in one line`, async () => {
    const { code, stderr } = await launch("verify", flags, {
      env: { INIT_CWD: dir },
    });
    assert.equal(code, 1);
    assert.match(stderr, message);
  });
}

Deno.test({
  name:
    "a link in a run's folder that leads out of it is told, and nothing of what it leads to",
  ignore: Deno.build.os === "windows",
  async fn() {
    const secret = at("secret.json");
    const hush = "hush-1234567890";
    await Deno.writeTextFile(
      secret,
      JSON.stringify({ schemaVersion: 1, host: hush, [hush]: hush }),
    );
    const inputs = [at("store")];
    const linked = async (file: string) =>
      await harmed([run], async () => {
        await Deno.remove(join(run, file));
        await Deno.symlink(secret, join(run, file));
        try {
          return await brokenIn(run, { inputs });
        } finally {
          await Deno.remove(join(run, file));
        }
      });
    for (
      const [file, of] of [
        ["incidents.json", "incidents"],
        ["evaluation.json", "evaluation"],
        ["scores.parquet", "scores"],
      ] as const
    ) {
      const { broken, texts, notes } = await linked(file);
      assert.deepEqual(broken, [`changed ${of}`, "changed files"]);
      const text = `${file}: it is a link that leads out of the folder`;
      assert.deepEqual(texts, [text, text]);
      assert.doesNotMatch(notes.join(), /hush/);
    }
    await assert.rejects(linked("run.json"), (error: Error) => {
      assert.match(
        error.message,
        /^Cannot verify \S+: its run\.json must lie in it, and it is a link that leads out of the folder$/,
      );
      return true;
    });

    // Within the folder a link is as good as a file.
    await Deno.rename(join(run, "incidents.json"), join(run, "kept.json"));
    await Deno.symlink("kept.json", join(run, "incidents.json"));
    assert.deepEqual((await brokenIn(run, { inputs })).broken, []);
  },
});
