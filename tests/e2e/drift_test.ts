import assert from "node:assert/strict";
import { join } from "node:path";
import pl from "nodejs-polars";
import { JSDOM } from "jsdom";
import type { Incident } from "@lib/detect/incident.ts";
import { runTask } from "../support/run_task.ts";

/**
 * The quiet part of the bundled recording as if it was one value in five minutes:
 * what is learned from, and two days in which two metrics move for good and later
 * something else happens.
 */
const LEARNED = 600;
const SHIFT = 100;
const LATER = 450;

const dir = await Deno.makeTempDir({ prefix: "whenwhy-e2e-" });
const name = `e2e-${crypto.randomUUID().slice(0, 8)}`;

globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  for (const entry of Deno.readDirSync("data/models")) {
    if (entry.name.startsWith(name)) {
      Deno.removeSync(join("data/models", entry.name), { recursive: true });
    }
  }
});

const STEP_MS = 300_000;
const DAY = 288;

const timeOf = (row: number) =>
  new Date(Date.UTC(2026, 2, 1) + row * STEP_MS).toISOString();
const rows = pl.readParquet("data/samples/server-1.train.parquet").toRecords();
const table = rows.map((row, i) => {
  const t = i - LEARNED;
  return {
    ...row,
    timestamp: timeOf(i),
    ...(t < SHIFT ? {} : {
      "cpu-user": Number(row["cpu-user"]) + 0.9,
      "sys-mem-cache": Number(row["sys-mem-cache"]) - 60e6,
    }),
    ...(t < LATER || t >= LATER + 15 ? {} : { "disk-bytes-written": 4e8 }),
  };
});
const write = (file: string, part: typeof table) =>
  pl.DataFrame(part).writeCSV(join(dir, file));
write("normal.csv", table.slice(0, LEARNED));
write("web-1.csv", table.slice(LEARNED));

const { code, stdout, stderr } = await runTask("report", [
  ...["--train", "normal.csv", "--data", "web-1.csv", "--out", "run"],
  ...["--name", name, "--threads", "2", "--epochs", "10"],
], { cwd: dir });
const read = async (file: string) =>
  JSON.parse(await Deno.readTextFile(join(dir, "run", file)));

const at = (row: number) => Date.parse(timeOf(LEARNED + row));

Deno.test("a level that shifts for good is one incident with its change, and a later incident is found", async () => {
  assert.equal(code, 0, stderr);
  const incidents: Incident[] = await read("incidents.json");
  const from = incidents.filter(({ end }) => Date.parse(end) >= at(SHIFT));
  const [changed, ...later] = from;
  assert.ok(changed?.change);
  assert.deepEqual(
    changed.change.features.map(({ feature }) => feature).sort(),
    ["cpu-user", "sys-mem-cache"],
  );
  for (const { feature, unit, from, to, since } of changed.change.features) {
    const moved = feature === "cpu-user" ? 0.9 : -60e6;
    assert.equal(unit, feature === "cpu-user" ? "cores" : "bytes");
    assert.ok(Math.abs((to - from) / moved - 1) < 0.2, `${feature} ${to}`);
    assert.ok(Date.parse(since) < at(SHIFT + 10), since);
  }
  assert.ok(Math.abs(Date.parse(changed.start) - at(SHIFT)) < 10 * STEP_MS);
  // A day and what it takes the smoothed score to fall.
  assert.ok(Date.parse(changed.end) < at(SHIFT + DAY + 20), changed.end);
  assert.ok(later.every(({ change }) => change === null));
  const found = later.find(({ start, end }) =>
    Date.parse(start) <= at(LATER + 15) && Date.parse(end) >= at(LATER)
  );
  assert.equal(found?.contributions[0]?.feature, "disk-bytes-written");
  assert.ok(Date.parse(found!.start) > at(LATER - 10), found!.start);
});

Deno.test("a change is told on the terminal, in evaluation.json and on the page", async () => {
  const { changes, outsideTraining, history } = await read("evaluation.json");
  assert.equal(changes.length, 2);
  const [change] = changes;
  assert.match(change.incident, /^web-1-20260303T1/);
  assert.equal(change.until, null);
  const beyond = outsideTraining.map(({ feature }: { feature: string }) =>
    feature
  );
  assert.ok(beyond.includes("cpu-user") && beyond.includes("sys-mem-cache"));
  const shares = outsideTraining.map(({ share }: { share: number }) => share);
  assert.deepEqual(shares, shares.toSorted((a: number, b: number) => b - a));
  assert.equal(history.rhythm, "daily");
  const lines = stdout.filter((line) => line.startsWith("Change: "));
  assert.equal(lines.length, 2);
  assert.match(
    lines.join("\n"),
    /cpu-user moved from 0\.\d+ cores to 1\.\d+ cores at 2026-03-03 1[01]:\d\d UTC and stayed/,
  );
  assert.ok(stdout.includes(history.note));
  const page = await Deno.readTextFile(join(dir, "run", "report.html"));
  const text = new JSDOM(page).window.document.body.textContent;
  for (
    const part of [
      "A change: ",
      "Changes that stayed",
      "Values never seen in training",
    ]
  ) {
    assert.ok(text?.includes(part), part);
  }
});
