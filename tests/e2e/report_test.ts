import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import pl from "nodejs-polars";
import { plannedThreads } from "../support/planned_threads.ts";
import { runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

const FILES = [
  "evaluation.json",
  "figures",
  "incidents.json",
  "postmortem.md",
  "report.html",
  "report.pdf",
  "run.json",
  "scores.parquet",
];

const dir = await Deno.makeTempDir({ prefix: "whenwhy-e2e-" });
const csv = join(dir, "web-1.csv");
const out = join(dir, "run");
await writeSyntheticCsv(csv, {
  rows: 1500,
  incident: [1300, 1320],
  time: (row) => new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
});
const FAST = ["--threads", "2", "--epochs", "8"];
const name = `e2e-${crypto.randomUUID().slice(0, 8)}`;

globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  for (const entry of Deno.readDirSync("data/models")) {
    if (entry.name.startsWith(name)) {
      Deno.removeSync(join("data/models", entry.name), { recursive: true });
    }
  }
});

const read = async (file: string) =>
  JSON.parse(await Deno.readTextFile(join(out, file)));

Deno.test("these tests train on two threads", () => {
  // Of the 1050 rows to learn from, 70 % less a window or two.
  assert.equal(plannedThreads(700, 8), 2);
});

Deno.test("deno task report learns from the first 70 % of one table and scores the rest", async () => {
  const { code, stdout, stderr } = await runTask(
    "report",
    ["--data", "web-1.csv", "--out", "run", "--name", name, ...FAST],
    { cwd: dir },
  );
  assert.equal(code, 0, stderr);
  assert.match(
    stderr,
    /learning from the first 70 % \(17 h 30 min\), scoring the rest, from 2026-01-01T17:30:00Z/,
  );
  assert.equal(stdout.at(-1), "run/report.html");
  const names = (await Array.fromAsync(Deno.readDir(out))).map((entry) =>
    entry.name
  ).sort();
  assert.deepEqual(names, FILES);
  // What is kept for those who zoom is of use in the page alone.
  const figure = await Deno.readTextFile(join(out, "figures", "trend-1.svg"));
  const page = await Deno.readTextFile(join(out, "report.html"));
  assert.deepEqual(
    [figure, page].map((text) => text.includes(' data-detail="line ')),
    [false, true],
  );
});

Deno.test("incidents.json holds the planted incident with its causes", async () => {
  const incidents = await read("incidents.json");
  const planted = incidents.find((
    { start, end }: { start: string; end: string },
  ) => start <= "2026-01-01T22:00:00Z" && end >= "2026-01-01T21:40:00Z");
  assert.ok(planted, JSON.stringify(incidents));
  assert.equal(planted.id, `web-1-${planted.start.replace(/[-:]/g, "")}`);
  assert.deepEqual(
    planted.contributions.slice(0, 2).map(({ feature }: { feature: string }) =>
      feature
    ).sort(),
    ["cpu-user", "load-1m"],
  );
  const sum = planted.contributions.reduce(
    (s: number, { share }: { share: number }) => s + share,
    0,
  );
  assert.ok(Math.abs(sum - 1) < 1e-4);
  assert.deepEqual(Object.keys(planted).sort(), [
    ...[
      "change",
      "confidence",
      "contributions",
      "counterfactual",
      "earlyWarnings",
      "end",
      "host",
      "id",
      "kind",
      "peak",
      "peakScore",
    ],
    ...["seenBefore", "severity", "start", "warnedOf"],
  ]);
  assert.deepEqual(Object.keys(planted.contributions[0]).sort(), [
    ...[
      "actual",
      "band",
      "direction",
      "expected",
      "feature",
      "group",
      "isCause",
      "onset",
    ],
    ...["share", "unit"],
  ]);
});

Deno.test("scores.parquet holds one row a step, errors by feature", () => {
  const scores = pl.readParquet(join(out, "scores.parquet"));
  assert.deepEqual(scores.columns, [
    ...["timestamp", "score", "imputed", "up"],
    ...["error:load-1m", "error:cpu-user", "error:sys-mem-free"],
  ]);
  assert.equal(scores.height, 450);
});

Deno.test("run.json says how to make the run again", async () => {
  const run = await read("run.json");
  assert.equal(run.engine.name, "simd");
  assert.match(run.command, /^deno task report --data web-1.csv --out run/);
  assert.equal(run.split.share, 0.7);
  assert.equal(run.parameters.epochs, 8);
  assert.match(run.inputs[0].sha256, /^[0-9a-f]{64}$/);
});

Deno.test("deno task report says what it left out and why", async () => {
  const html = await Deno.readTextFile(join(out, "report.html"));
  assert.match(html, /sys-mem-total/);
  assert.match(html, /always 14\.9\sGiB/);
});

Deno.test("deno task report again uses the model and replaces the run", async () => {
  const before = await Deno.stat(join(out, "report.html"));
  const { code, stderr } = await runTask(
    "report",
    ["--data", csv, "--out", `${out}/`, "--name", name, ...FAST],
  );
  assert.equal(code, 0, stderr);
  assert.match(stderr, /Using the model/);
  const after = await Deno.stat(join(out, "report.html"));
  assert.notEqual(before.ino, after.ino);
});

Deno.test("deno task report takes a model by its folder, from where the user stands", async () => {
  await Deno.mkdir(join(dir, "models"));
  const versions = join("data/models", name, "versions");
  const [version] = await Array.fromAsync(Deno.readDir(versions));
  await Deno.symlink(
    await Deno.realPath(join(versions, version!.name)),
    join(dir, "models", "web"),
  );
  const { code, stderr } = await runTask(
    "evaluate",
    [
      "--data",
      csv,
      "--out",
      "stored",
      "--model",
      "models/web",
      // The one test of this engine under a task's own rights.
      "--engine",
      "wasm",
    ],
    { cwd: dir },
  );
  assert.equal(code, 0, stderr);
});

Deno.test("deno task evaluate --json prints the evaluation and nothing else on stdout", async () => {
  const labels = join(dir, "labels.csv");
  await Deno.writeTextFile(
    labels,
    "start,end,features,note\n2026-01-01T21:40:00Z,2026-01-01T21:59:00Z,load-1m;cpu-user,planted\n",
  );
  const { code, stdout, stderr } = await runTask("evaluate", [
    ...["--data", csv, "--out", join(dir, "numbers"), "--name", name],
    ...["--labels", labels, "--json", ...FAST],
  ]);
  assert.equal(code, 0, stderr);
  const evaluation = JSON.parse(stdout.join("\n"));
  assert.equal(evaluation.labels.eventsFound, 1);
  assert.equal(evaluation.labels.topCauseRight, 1);
  const budgets = evaluation.replay.map(({ budget }: { budget: string }) =>
    budget
  );
  assert.deepEqual(budgets, ["1/week", "1/day", "4/day", "24/day"]);
  const [{ delaySeconds }] = evaluation.labels.perEvent;
  assert.equal(evaluation.replay[1].events[0].delayMs, 1000 * delaySeconds);
});

Deno.test("deno task report places seconds since the start with --start", async () => {
  const file = join(dir, "seconds.csv");
  await writeSyntheticCsv(file, {
    rows: 700,
    incident: [0, 0],
    time: (row) => String(row * 60),
  });
  const { code, stderr } = await runTask("report", [
    ...["--data", file, "--out", join(dir, "seconds"), "--name", `${name}-s`],
    ...["--start", "2026-03-01T00:00:00Z", "--epochs", "1", "--hidden", "8"],
  ]);
  assert.equal(code, 0, stderr);
  const scores = pl.readParquet(join(dir, "seconds", "scores.parquet"));
  const [first] = scores.getColumn("timestamp").toArray();
  assert.equal(
    new Date(Number(first)).toISOString(),
    "2026-03-01T08:10:00.000Z",
  );
});

Deno.test("deno task evaluate leaves the report of the same run, whose folder names the host", async () => {
  const flags = ["--data", csv, "--model", name];
  const folders: string[] = [];
  try {
    for (const task of ["report", "evaluate", "evaluate"] as const) {
      const { code, stdout, stderr } = await runTask(task, flags);
      assert.equal(code, 0, stderr);
      folders.push(dirname(stdout.at(-1) ?? ""));
      assert.equal(
        /Replacing the earlier run/.test(stderr),
        folders.length > 2,
      );
    }
    const folder = `reports/${name}-web-1-20260102T005900Z`;
    const beside = `${folder}-evaluation`;
    assert.deepEqual(folders, [folder, beside, beside]);
    await Deno.stat(join(folder, "report.pdf"));
  } finally {
    for (const folder of new Set(folders)) {
      await Deno.remove(folder, { recursive: true });
    }
  }
});
