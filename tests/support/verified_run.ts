import assert from "node:assert/strict";
import { join } from "node:path";
import { lookElsewhere } from "@lib/pipeline/verify/elsewhere.ts";
import { verifyRun } from "@lib/pipeline/verify/verify_run.ts";
import { runTask } from "./run_task.ts";
import { writeEarlierRun } from "./earlier_run.ts";
import { writeSyntheticCsv } from "./synthetic_csv.ts";

/** Parameters of all kinds, given in no particular order. */
const PARAMS = {
  ...{ "time-zone": "Europe/Berlin", "alarm-budget": "4/day", hidden: 12 },
  ...{ host: "web-1", metric: ["load*", "cpu-user", "sys-mem-free"] },
  ...{ from: "2026-01-02T01:00Z", limit: ["cpu-user=40"], "keep-all": true },
};

/**
 * Makes a small run with labels, an exclusion and an earlier run.
 *
 * @param dir The folder that its files lie in: train.csv, data.csv, labels.csv,
 *   exclude.csv, archive/, and run/ itself.
 * @param name The model's name.
 */
export async function makeRun(dir: string, name: string): Promise<void> {
  const time = (row: number) =>
    new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString();
  const at = (file: string) => join(dir, file);
  await writeSyntheticCsv(at("train.csv"), {
    ...{ rows: 900, incident: [0, 0], time },
  });
  await writeSyntheticCsv(at("data.csv"), {
    ...{ rows: 400, incident: [300, 320] },
    time: (row) => time(row + 1440),
  });
  const label = (row: number, note: string) =>
    `start,end,features,note\n${time(row)},${time(row + 19)},,${note}\n`;
  await Deno.writeTextFile(at("labels.csv"), label(1740, "planted"));
  await Deno.writeTextFile(at("exclude.csv"), label(100, "a deploy"));
  await writeEarlierRun(at("archive/old"), {
    ...{ days: [-9, -2], incidents: [-5], note: "load test" },
  });
  await Deno.writeTextFile(at("params.json"), JSON.stringify(PARAMS));
  const { code, stderr } = await runTask("report", [
    ...["--threads", "1", "--epochs", "6", "--labels", "labels.csv"],
    ...["--out", "run", "--name", name, "--params", "params.json"],
    ...["--earlier", "archive", "--data", "data.csv", "--train", "train.csv"],
    ...["--exclude", "exclude.csv", "--quiet"],
  ], { cwd: dir });
  assert.equal(code, 0, stderr);
}

/**
 * Verifies a run and writes what came of it as short lines.
 *
 * @param folder The run's folder.
 * @param options What scores; where moved inputs are looked for.
 * @returns Lines such as `"changed data"`, those that hold left out.
 */
export async function brokenIn(
  folder: string,
  { engine = "auto", inputs = null }: {
    readonly engine?: "auto" | "wasm";
    readonly inputs?: readonly string[] | null;
  } = {},
): Promise<{ broken: string[]; texts: string[]; notes: string[] }> {
  const { checks, holds, notes } = await verifyRun(folder, {
    ...{ engine, threads: null, listener: () => {} },
    elsewhere: inputs && await lookElsewhere(inputs),
  });
  const rest = checks.filter(({ state }) => state !== "holds");
  assert.equal(holds, rest.length === 0);
  return {
    broken: rest.map(({ state, of }) => `${state} ${of}`),
    texts: rest.map(({ text }) => text),
    notes: [...notes],
  };
}
