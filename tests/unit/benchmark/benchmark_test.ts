import assert from "node:assert/strict";
import { join } from "node:path";
import { benchmark } from "@lib/benchmark/benchmark.ts";
import { parseBenchmarkParams } from "@lib/benchmark/benchmark_params.ts";
import type { Progress } from "@lib/pipeline/base/progress.ts";
import {
  writeMachine,
  writeTextMachine,
} from "../../support/labelled_folder.ts";

/** Runs with a folder of two good machines. */
async function inFolder(work: (dir: string) => Promise<void>) {
  const dir = await Deno.makeTempDir();
  try {
    await writeMachine(dir, { name: "m-2", train: 400, test: 120 });
    await writeMachine(dir, { name: "m-10", train: 400, test: 240 });
    await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const quick = { recipe: "robz2-ewma", peers: "pca-w10,random" };
const run = (
  params: Readonly<Record<string, unknown>>,
  listener: (progress: Progress) => void = () => {},
) => benchmark(parseBenchmarkParams({ ...quick, ...params }), listener);

Deno.test("benchmark() measures each machine and the mean, and writes what it gives", () =>
  inFolder(async (dir) => {
    const out = join(dir, "new/figures.json");
    const found = await run({ dir, out });
    assert.deepEqual(Object.keys(found), [
      ...["recipe", "seeds", "machines", "mean", "atBudget", "peers"],
    ]);
    assert.equal(found.recipe, "robz2-ewma");
    assert.equal(found.seeds, 1);
    assert.deepEqual(Object.keys(found.machines), ["m-2", "m-10"]);
    assert.deepEqual(Object.keys(found.peers), ["pca-w10", "random"]);
    assert.deepEqual(Object.keys(found.peers["random"]!), ["machines", "mean"]);
    const { mean, machines } = found;
    assert.ok(mean.vusPr! > 0.9 && found.peers["random"]!.mean.vusPr! < 0.5);
    assert.equal(mean.eventRecall, 1);
    assert.equal(mean.top1, 1);
    assert.equal(
      mean.vusPr,
      (machines["m-2"]!.vusPr! + machines["m-10"]!.vusPr!) / 2,
    );
    const written = JSON.parse(await Deno.readTextFile(out));
    assert.deepEqual(Object.keys(written), Object.keys(found));
    assert.equal(written.mean.vusPr, Number(mean.vusPr!.toPrecision(6)));
    assert.deepEqual(await namesIn(join(dir, "new")), ["figures.json"]);
  }));

Deno.test("benchmark() gives a second recipe beside the peers, with its budgets", () =>
  inFolder(async (dir) => {
    const found = await run({
      dir,
      machines: "m-10",
      recipe: ["random", "pca-w10"],
      peers: "random",
    });
    assert.equal(found.recipe, "random");
    assert.deepEqual(Object.keys(found.machines), ["m-10"]);
    assert.deepEqual(Object.keys(found.peers), ["pca-w10"]);
    assert.ok("atBudget" in found.peers["pca-w10"]!);
  }));

Deno.test("benchmark() tells of progress from 0 to 1, never back", () =>
  inFolder(async (dir) => {
    const heard: Progress[] = [];
    await run({ dir }, (progress) => heard.push(progress));
    const done = heard.flatMap((one) => one.kind === "at" ? [one.done] : []);
    // two of statistics, which take three times as long as random numbers
    assert.deepEqual(
      done.map((share) => Math.round(share * 14)),
      [0, 3, 6, 7, 10, 13, 14],
    );
  }));

Deno.test("benchmark() measures text files as it does Parquet", () =>
  inFolder(async (dir) => {
    const machine = { name: "m-2", train: 400, test: 120 };
    await writeTextMachine(join(dir, "ServerMachineDataset"), machine);
    const text = await run({ dir });
    await Deno.remove(join(dir, "ServerMachineDataset"), { recursive: true });
    const tables = await run({ dir, machines: "m-2" });
    const [one, other] = [text.mean.vusPr!, tables.mean.vusPr!];
    assert.ok(Math.abs(one - other) < 1e-3, `${one}, ${other}`);
    assert.equal(text.mean.hitRate100, tables.mean.hitRate100);
  }));

Deno.test("benchmark() refuses an unknown machine and names the nearest", () =>
  inFolder(async (dir) => {
    await assert.rejects(run({ dir, machines: "m-3" }), {
      name: "InputError",
      message: /every machine must be in it, got "m-3"; did you mean m-2\?$/,
    });
  }));

Deno.test("benchmark() reads all machines before it learns from one", () =>
  inFolder(async (dir) => {
    const path = join(dir, "m-10.test.parquet");
    const bytes = await Deno.readFile(path);
    await Deno.writeFile(path, bytes.subarray(0, bytes.length / 2));
    const heard: Progress[] = [];
    const out = join(dir, "out.json");
    await assert.rejects(run({ dir, out }, (one) => heard.push(one)), {
      name: "InputError",
      message: /m-10\.test\.parquet/,
    });
    assert.deepEqual(heard, []);
    assert.ok(!(await namesIn(dir)).includes("out.json"));
  }));

Deno.test("benchmark() refuses a machine that its network cannot learn from, before others", () =>
  inFolder(async (dir) => {
    await writeMachine(dir, { name: "m-99", train: 100, test: 90 });
    const heard: Progress[] = [];
    await assert.rejects(
      run({ dir, recipe: "default" }, (one) => heard.push(one)),
      {
        name: "InputError",
        message:
          /^Cannot benchmark m-99: .*to learn from; .*at least 300 steps are needed, got 100/,
      },
    );
    assert.deepEqual(heard, []);
  }));

Deno.test("benchmark() replaces figures of its own, and no other file or folder", () =>
  inFolder(async (dir) => {
    const out = join(dir, "figures.json");
    await run({ dir, machines: "m-2", out });
    await run({ dir, machines: "m-10", out });
    const { machines } = JSON.parse(await Deno.readTextFile(out));
    assert.deepEqual(Object.keys(machines), ["m-10"]);
    await Deno.writeTextFile(join(dir, "notes.json"), "{}");
    for (const other of ["notes.json", "m-2.causes.csv", "."]) {
      await assert.rejects(run({ dir, out: join(dir, other) }), {
        name: "InputError",
        message: /it must hold figures of a benchmark, or not yet be/,
      });
    }
    assert.equal(await Deno.readTextFile(join(dir, "notes.json")), "{}");
  }));

async function namesIn(dir: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(dir))).map(({ name }) => name);
}
