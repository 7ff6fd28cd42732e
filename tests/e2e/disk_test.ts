import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { rows } from "../support/bad_files.ts";
import { launch, type LaunchPlace } from "../support/launch.ts";
import {
  BOUND,
  NO_DENIALS,
  NO_MOUNTS,
  onSmallDisk,
} from "../support/mounts.ts";
import { assertRefused } from "../support/refusal.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-disk-" });
const models: string[] = [];
globalThis.addEventListener("unload", () => {
  Deno.chmodSync(join(dir, "locked"), 0o755);
  Deno.removeSync(dir, { recursive: true });
  for (const model of models) Deno.removeSync(model, { recursive: true });
});
const data = join(dir, "web.csv");
await Deno.writeTextFile(
  data,
  rows(900, (row) => (Math.sin(row / 9) + (row % 5) / 20).toFixed(3)),
);
await Deno.mkdir(join(dir, "disk"));
await Deno.mkdir(join(dir, "locked"), { mode: 0o555 });
await Deno.mkdir(fromRoot("data/models"), { recursive: true });

type Task = "train" | "evaluate" | "report";

/** A task with a place that it cannot write to. */
interface Refusal {
  readonly task: Task;
  /** Where the run goes; a model's tests let it be. */
  readonly out?: string;
  readonly place: LaunchPlace;
  readonly says: RegExp;
  /** Whether it is found out only after training. */
  readonly late?: boolean;
}

async function refuses({ task, out, place, says, late = false }: Refusal) {
  const name = `disk-${crypto.randomUUID().slice(0, 8)}`;
  const model = fromRoot(join("data/models", name));
  const { code, stdout, stderr } = await launch(task, [
    ...["--data", data, "--name", name],
    ...["--epochs", "1", "--hidden", "4"],
    ...(task === "train" ? [] : ["--out", out ?? join(dir, "run")]),
  ], place);
  const lines = stdout === "" ? [] : stdout.trimEnd().split("\n");
  assertRefused({ code, stdout: lines, stderr }, says);
  assert.equal(/^Training/m.test(stderr), late, stderr);
  const trained = await Deno.stat(model).then(() => true, () => false);
  if (trained) models.push(model);
  assert.equal(trained, late && out !== undefined);
  const left = [...Deno.readDirSync(dir)].map((entry) => entry.name).sort();
  assert.deepEqual(left, ["disk", "locked", "web.csv"]);
  assert.deepEqual([...Deno.readDirSync(join(dir, "locked"))], []);
}

const disk = join(dir, "disk");
const store = fromRoot("data/models");
const full = (at: string) => ({
  under: onSmallDisk({ at, options: "size=4k" }),
});
const readOnly = (at: string) => ({
  under: onSmallDisk({ at, options: "ro" }),
});
const FULL =
  /: its disk must have space left, got "ENOSPC"; free some and try again$/;
const READ_ONLY =
  /: its disk must be writable, got "EROFS"; it is mounted read-only$/;
const DENIED = /: you must have the right to write there, got "EACCES"$/;

for (const task of ["report", "evaluate"] as const) {
  const out = join(disk, "run");
  Deno.test({
    name: `deno task ${task} leaves nothing on a disk that is full`,
    ignore: NO_MOUNTS,
    fn: () => refuses({ task, out, place: full(disk), says: FULL, late: true }),
  });

  Deno.test({
    name: `deno task ${task} trains nothing for a disk that is read-only`,
    ignore: NO_MOUNTS,
    fn: () => refuses({ task, out, place: readOnly(disk), says: READ_ONLY }),
  });

  Deno.test({
    name: `deno task ${task} trains nothing without the right to write`,
    ignore: NO_DENIALS,
    fn: () =>
      refuses({
        task,
        out: join(dir, "locked/run"),
        place: { under: BOUND },
        says: DENIED,
      }),
  });
}

for (const task of ["report", "train"] as const) {
  Deno.test({
    name: `deno task ${task} leaves no part of a model on a disk that is full`,
    ignore: NO_MOUNTS,
    fn: () => refuses({ task, place: full(store), says: FULL, late: true }),
  });

  Deno.test({
    name: `deno task ${task} trains nothing where models cannot be written`,
    ignore: NO_MOUNTS,
    fn: () => refuses({ task, place: readOnly(store), says: READ_ONLY }),
  });
}

Deno.test({
  name: "deno task report says that it may not read a file",
  ignore: NO_DENIALS,
  fn: async () => {
    const locked = join(dir, "disk", "locked.csv");
    await Deno.writeTextFile(locked, "timestamp,a\n", { mode: 0o000 });
    const { code, stdout, stderr } = await launch(
      "report",
      ["--data", locked, "--out", join(dir, "run")],
      { under: BOUND },
    );
    await Deno.remove(locked);
    const lines = stdout === "" ? [] : [stdout];
    assertRefused(
      { code, stdout: lines, stderr },
      /locked\.csv: it must be readable/,
    );
  },
});
