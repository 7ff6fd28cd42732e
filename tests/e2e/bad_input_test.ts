import assert from "node:assert/strict";
import { join } from "node:path";
import { badCases } from "../support/bad_cases.ts";
import { type BadCase, badFiles } from "../support/bad_files.ts";
import { assertRefused, treeOf } from "../support/refusal.ts";
import { type FileTask, runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-bad-" });
globalThis.addEventListener(
  "unload",
  () => Deno.removeSync(dir, { recursive: true }),
);
const { at, ...cases } = badCases(await badFiles(dir));

const lead = {
  report: "--data",
  evaluate: "--data",
  train: "--train",
} as const;
const table = (task: FileTask) =>
  cases.tables.map(([what, args, says]) =>
    [`a table ${what}`, [lead[task], ...args], says] as const
  );

const BY_TASK: Readonly<Record<FileTask, readonly BadCase[]>> = {
  report: [...table("report"), ...cases.flags, ...cases.scoring],
  // It reads as report does, and writes other files.
  evaluate: [...table("evaluate").slice(-3), ...cases.scoring.slice(-4)],
  train: [...table("train"), ...cases.flags],
};

for (const task of ["report", "evaluate", "train"] as const) {
  for (const [what, args, says] of BY_TASK[task]) {
    Deno.test(`deno task ${task} refuses ${what} in one line, and leaves all as it was`, async () => {
      const name = `bad-${crypto.randomUUID().slice(0, 8)}`;
      const isOf = (flag: string) => args.includes(flag);
      const before = treeOf(dir);
      const end = await runTask(task, [
        ...(isOf("--model") || isOf("--params") ? [] : ["--name", name]),
        ...(task === "train" || isOf("--out") ? [] : ["--out", at("out")]),
        ...args,
      ]);
      assertRefused(end, says);
      assert.deepEqual(treeOf(dir), before);
      const model = await Deno.stat(join("data/models", name)).catch(() => 0);
      assert.equal(model, 0, "a model was trained");
    });
  }
}
