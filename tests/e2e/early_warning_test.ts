import assert from "node:assert/strict";
import { join } from "node:path";
import { assertRefused } from "../support/refusal.ts";
import { runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-warning-" });
const name = `warning-${crypto.randomUUID().slice(0, 8)}`;

globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(join("data/models", name), { recursive: true });
});

/** Two days; at the end memory leaks for five of ten hours, and a disk fills. */
const ROWS = 2880;
const LEAK = { start: ROWS - 300, steps: 600 };
let state = 1;
const noise = () => (state = state * 48271 % 2147483647) / 2147483647 - 0.5;
const lines = Array.from({ length: ROWS }, (_, row) => {
  const gone = Math.max(0, row - LEAK.start) / LEAK.steps;
  return [
    new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
    (2 + Math.sin(row / 9) + 0.2 * noise()).toFixed(4),
    (8e9 * (1 - gone) + 2e8 * noise()).toFixed(0),
    4e9, // swap, which stands still
    (40 + 30 * gone + 0.5 * noise()).toFixed(3),
  ].join(",");
});
const header =
  "timestamp,load-1m,sys-mem-available,sys-mem-swap-free,disk-used";
await Deno.writeTextFile(
  join(dir, "web-1.csv"),
  [header, ...lines].join("\n") + "\n",
);
const small = ["--threads", "1", "--epochs", "1", "--hidden", "4"];

Deno.test("deno task evaluate warns of a leak at the end, with its moment in the interval", async () => {
  const { code, stdout, stderr } = await runTask("evaluate", [
    ...["--data", "web-1.csv", "--out", "run", "--name", name, ...small],
    ...["--limit", "disk-used=68"],
  ], { cwd: dir });
  assert.equal(code, 0, stderr);
  const told = stdout.filter((line) => line.startsWith("Early warning: "));
  assert.equal(told.length, 2, stdout.join("\n"));
  assert.match(
    told.join("\n"),
    /sys-mem-available falls by .* reaches 0 B at /,
  );
  const file = (name: string) => Deno.readTextFile(join(dir, "run", name));
  const { earlyWarnings } = JSON.parse(await file("evaluation.json"));
  const [memory, disk] = ["sys-mem-available", "disk-used"].map((name) =>
    earlyWarnings.find(({ feature }: { feature: string }) => feature === name)
  );
  const truth = new Date(
    Date.UTC(2026, 0, 1) + (LEAK.start + LEAK.steps) * 60_000,
  ).toISOString();
  assert.ok(memory.interval[0] <= truth && truth <= memory.interval[1]);
  assert.deepEqual([disk.side, disk.limit], ["ceiling", 68]);
  const { parameters } = JSON.parse(await file("run.json"));
  assert.deepEqual(parameters.limit, ["disk-used=68"]);
  for (const incident of JSON.parse(await file("incidents.json"))) {
    assert.ok(Array.isArray(incident.earlyWarnings));
  }
});

Deno.test("deno task report takes a saved model, states a limit away, and shows a warning in page and PDF", async () => {
  const { code, stdout, stderr } = await runTask("report", [
    ...["--data", "web-1.csv", "--model", name, "--out", "page"],
    ...["--limit", "sys-mem-available=none", "disk-used=68"],
  ], { cwd: dir });
  assert.equal(code, 0, stderr);
  const told = stdout.filter((line) => line.startsWith("Early warning: "));
  assert.equal(told.length, 1, stdout.join("\n"));
  const html = await Deno.readTextFile(join(dir, "page/report.html"));
  assert.match(html, /<h2[^>]*>Early warnings<\/h2>/);
  assert.match(html, /id="figure-warning-1"/);
});

Deno.test("deno task report writes each chart as SVG, PNG and CSV, with its evidence", async () => {
  // Drawn by threads that may read no more than the task.
  const folder = join(dir, "page/figures");
  const files = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const text = (file: string) => Deno.readTextFile(join(folder, file));
  const told = JSON.parse(await text("evidence.json"));
  const ids = Object.keys(told);
  for (const id of ["score", "warning-1", "trend-1", "coverage"]) {
    assert.ok(ids.includes(id), ids.join());
  }
  const wanted = ids.flatMap((id) =>
    ["svg", "png", "csv"].map((ending) => `${id}.${ending}`)
  );
  assert.deepEqual(files.sort(), [...wanted, "evidence.json"].sort());
  const { evidence } = told["trend-1"];
  assert.match(evidence.command, /^deno task report --data web-1.csv --model/);
  assert.ok((await text("trend-1.svg")).includes(evidence.inputs[0].sha256));
  const [head, ...rows] = (await text("score.csv")).trimEnd().split("\n");
  assert.equal(head, "timestamp,score (multiples of the threshold),incident");
  assert.equal(rows.length, ROWS);
  assert.match(rows.at(-1)!, /^2026-01-02T23:59:00Z,[0-9.]+,/);
});

Deno.test("deno task evaluate refuses a limit of no column, before it learns", async () => {
  const end = await runTask("evaluate", [
    ...["--data", "web-1.csv", "--out", "no", "--limit", "disk-usd=75"],
  ], { cwd: dir });
  assertRefused(
    end,
    /use --limit: it must name a column, got "disk-usd"; did you mean disk-used\?/,
  );
});
