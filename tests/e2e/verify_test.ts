import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { launch } from "../support/launch.ts";
import { contents, editFile, flip, harmed } from "../support/harm_files.ts";
import { brokenIn, makeRun } from "../support/verified_run.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-verify-" });
const name = `verify-${crypto.randomUUID().slice(0, 8)}`;
const model = fromRoot(join("data/models", name));
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(model, { recursive: true });
});
await makeRun(dir, name);

const at = (file: string) => join(dir, file);
const run = at("run");

const UNCHECKED = ["parameters", "scores", "incidents", "evaluation"]
  .map((of) => `unchecked ${of}`);

/** What is broken after some harm, which is undone. */
const after = (harm: () => Promise<unknown>) =>
  harmed([dir, model], async () => {
    await harm();
    return await brokenIn(run);
  });

const edit = (file: string, change: (text: string) => string) =>
  editFile(at(file), change);

const versionFolder = async () => {
  const versions = join(model, "versions");
  const [version] = await Array.fromAsync(Deno.readDir(versions));
  return join(versions, version!.name);
};

Deno.test("deno task verify says that a run holds, and writes nothing", async () => {
  const before = await contents(dir);
  const { code, stdout, stderr } = await launch("verify", ["run"], {
    env: { INIT_CWD: dir },
  });
  assert.equal(code, 0, stderr);
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.at(-1), "run holds");
  assert.match(lines.at(-2)!, /^ {2}Not compared: /);
  assert.deepEqual(
    lines.slice(1, -2).map((line) => line.trim().split(/ +/).slice(0, 2)),
    [
      ...["train", "data", "labels", "exclude", "earlier", "earlier"],
      ...["model", "parameters", "scores", "incidents", "evaluation", "files"],
    ].map((of) => ["holds", of]),
  );
  assert.match(stdout, /greatest relative difference 0$/m);
  assert.deepEqual(await contents(dir), before);
});

Deno.test("a run.json holds all that makes the run again, and hashes of all files", async () => {
  const record = JSON.parse(await Deno.readTextFile(join(run, "run.json")));
  const paths = [...(await contents(run)).keys()]
    .map((path) => path.slice(run.length + 1))
    .filter((path) => path !== "run.json").sort();
  assert.deepEqual(
    record.files.map(({ path }: { path: string }) => path).sort(),
    paths,
  );
  assert.deepEqual(
    Object.values(record.origins).flat().sort(),
    Object.keys(record.parameters).sort(),
  );
  assert.ok(paths.includes("report.pdf") && paths.includes("scores.parquet"));
  for (
    const [param, value] of [
      ["from", "2026-01-02T01:00:00Z"],
      ["limit", ["cpu-user=40"]],
      ["keep-all", true],
      ["exclude", at("exclude.csv")],
      ["data", [at("data.csv")]],
    ] as const
  ) assert.deepEqual(record.parameters[param], value);
});

Deno.test("a run that another engine scores holds", async () => {
  const { broken, notes } = await brokenIn(run, { engine: "wasm" });
  assert.deepEqual(broken, []);
  assert.match(notes.join(), /Scored with the engine simd .*, here with wasm/);
});

Deno.test("a model that is not stored is trained again, and the run holds", async () => {
  const gone = await after(() => Deno.remove(model, { recursive: true }));
  assert.deepEqual(gone.broken, []);
});

Deno.test("another model in the place of the run's is told, and not used", async () => {
  const { broken, texts } = await after(async () =>
    await flip(join(await versionFolder(), "weights.bin"))
  );
  assert.deepEqual(broken, ["changed model"]);
  assert.match(texts[0]!, /SHA-256 differs; trained again in .*the same$/);
});

Deno.test("data that changed by a digit is named, and so is what it does to the scores", async () => {
  const { broken, texts } = await after(() =>
    edit("data.csv", (text) => text.replace(/(T05:00:00.*?,\d)\./, "$19."))
  );
  assert.deepEqual(broken.slice(0, 2), ["changed data", "changed scores"]);
  assert.match(texts[1]!, /difference 0\.\d+, of \S+ at 2026-01-02T0[4-9]/);
});

Deno.test("data that is gone leaves files and model to be verified", async () => {
  const { broken, texts } = await after(async () => {
    await Deno.remove(at("data.csv"));
    await Deno.remove(at("labels.csv"));
    await Deno.remove(join(run, "report.pdf"));
  });
  assert.deepEqual(broken, [
    ...["missing data", "missing labels"],
    ...UNCHECKED,
    "missing files",
  ]);
  assert.equal(texts.at(-1), "report.pdf: it is not there");
});

Deno.test("what was learned from may be gone where the model is stored", async () => {
  const { broken, texts } = await after(async () => {
    await Deno.remove(at("train.csv"));
    await Deno.remove(at("exclude.csv"));
  });
  assert.deepEqual(broken, [
    ...["missing train", "missing exclude", "unchecked evaluation"],
  ]);
  assert.match(texts[2]!, /early warnings rest on what was learned from/);
});

Deno.test("without its model and what it learned from, a run's numbers are unchecked", async () => {
  const { broken, texts } = await after(async () => {
    await edit("train.csv", (text) => `${text}\n`);
    await Deno.remove(model, { recursive: true });
  });
  assert.deepEqual(broken, [
    ...["changed train", "missing model"],
    ...UNCHECKED,
  ]);
  assert.match(texts[2]!, /not stored, and what it learned from is not/);
});

Deno.test("labels that changed leave all else of the numbers to be verified", async () => {
  const { broken } = await after(() =>
    edit("labels.csv", (text) => text.replace("planted", "a backup"))
  );
  assert.deepEqual(broken, ["changed labels", "unchecked evaluation"]);
});

Deno.test("an earlier run that is gone is named, and what was seen in it passed over", async () => {
  const incidents = JSON.parse(
    await Deno.readTextFile(join(run, "incidents.json")),
  );
  assert.match(JSON.stringify(incidents), /archive\/old/);
  const { broken } = await after(() =>
    Deno.remove(at("archive"), { recursive: true })
  );
  assert.deepEqual(broken, ["missing earlier", "missing earlier"]);
});

Deno.test("numbers and pages that were edited are named", async () => {
  const incident = await after(() =>
    edit(
      "run/incidents.json",
      (text) => text.replace(/"share": 0\.\d+/, '"share": 0.001'),
    )
  );
  assert.deepEqual(incident.broken, ["changed incidents", "changed files"]);
  assert.match(
    incident.texts[0]!,
    /^web-1-2026\S+Z: contributions\[0\]\.share was 0.001, is 0/,
  );

  const evaluation = await after(() =>
    edit(
      "run/evaluation.json",
      (text) => text.replace(/"eventsFound": 1/, '"eventsFound": 0'),
    )
  );
  assert.deepEqual(evaluation.broken, ["changed evaluation", "changed files"]);

  const page = await after(() => flip(join(run, "report.html")));
  assert.deepEqual(page.broken, ["changed files"]);
  assert.deepEqual(page.texts, ["report.html: its SHA-256 differs"]);

  const seed = await after(() =>
    edit(
      "run/run.json",
      (text) => text.replace('    "seed": 1,', '    "seed": 2,'),
    )
  );
  assert.deepEqual(seed.broken, ["changed parameters"]);

  const gap = await after(() =>
    edit(
      "run/run.json",
      (text) => text.replace('"merge-gap": "15m"', '"merge-gap": "16m"'),
    )
  );
  assert.ok(gap.broken.includes("changed parameters"), gap.broken.join());
});

Deno.test("a file that is not of the run is named, and no fault of it", async () => {
  const { broken, notes } = await after(async () => {
    await Deno.writeTextFile(join(run, "notes.txt"), "mine");
  });
  await Deno.remove(join(run, "notes.txt"));
  assert.deepEqual(broken, []);
  assert.equal(notes[0], "Not of this run: notes.txt.");
});

Deno.test("a run of an earlier version is verified as far as it tells", async () => {
  const { broken, texts, notes } = await after(() =>
    edit("run/run.json", (text) => {
      const { files: _, origins, ...record } = JSON.parse(text);
      // Nor did it record what nobody had given.
      const parameters = Object.fromEntries(
        Object.entries(record.parameters)
          .filter(([name]) => !origins.default.includes(name)),
      );
      const { contents: _contents, ...model } = record.model;
      const versions = { ...record.versions, whenwhy: "0.0.9" };
      return JSON.stringify({ ...record, parameters, model, versions });
    })
  );
  assert.deepEqual(broken, ["unchecked files"]);
  assert.match(texts[0]!, /an earlier whenwhy wrote this run/);
  assert.match(
    notes.join(),
    /Made with whenwhy 0\.0\.9, verified with whenwhy 0/,
  );
});

Deno.test("deno task verify tells of several folders, one line for each that is no run", async () => {
  const { code, stdout, stderr } = await launch("verify", [
    ...["--quiet", run, "archive", "--threads", "1", "nowhere"],
  ], { env: { INIT_CWD: dir } });
  assert.equal(code, 1);
  assert.equal(stdout.trim(), "2 of 3 runs do not hold");
  assert.match(
    stderr,
    /^Cannot verify \S+archive: it must be the folder of a run/,
  );
  assert.equal(stderr.trim().split("\n").length, 1);
});
