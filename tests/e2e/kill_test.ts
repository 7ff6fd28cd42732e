import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { seededRandom } from "@lib/model/random.ts";
import { PROC } from "../../benches/measure/process_tree.ts";
import { runTask } from "../support/run_task.ts";
import { killTask, launch, type Moment } from "../support/kill_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";
import {
  assertWholeModel,
  assertWholeRun,
  debrisIn,
  type Files,
  readTree,
} from "../support/whole_files.ts";

/** How often each task is killed; 50 times together. */
const KILLS = { train: 26, report: 24 } as const;

const seed = Deno.env.get("CI") ? 20_261_122 : Math.floor(Math.random() * 1e9);
const dir = await Deno.makeTempDir({ prefix: "whenwhy-kill-" });
const data = join(dir, "web-1.csv");
await writeSyntheticCsv(data, {
  rows: 600,
  incident: [520, 540],
  time: (row) => String(1.7e9 + row * 60),
});
const names: string[] = [];
globalThis.addEventListener("unload", () => {
  for (const folder of [dir, ...names.map((name) => `data/models/${name}`)]) {
    try {
      Deno.removeSync(folder, { recursive: true });
    } catch {
      // never made
    }
  }
});

/** A small training under a name of its own, with a run folder beside no other. */
async function place(task: string) {
  const name = `kill-${crypto.randomUUID().slice(0, 8)}`;
  names.push(name);
  const model = join("data/models", name);
  const parent = join(dir, name);
  await Deno.mkdir(parent);
  await Deno.mkdir(model, { recursive: true });
  const out = join(parent, "run");
  const network = ["--name", name, "--hidden", "4", "--epochs", "12"];
  return {
    ...{ name, model, out, parent },
    folders: ["data/models", parent],
    isOwn: (path: string) => path.includes(name),
    flags: [
      ...["--data", data, ...network],
      ...(task === "report" ? ["--out", out] : []),
    ],
  };
}

/** All of a model that must be the same however often training was killed. */
async function learned(model: string): Promise<Map<string, unknown>> {
  const files: Map<string, unknown> = new Map(await readTree(model));
  for (const [path, bytes] of files) {
    // What a killed run left half-written may stay until a later one's end.
    const isLeft = path.includes(".tmp/");
    if (isLeft || path.endsWith("manifest.json")) files.delete(path);
    if (isLeft || !path.endsWith("detector.json")) continue;
    const { createdAt, ...rest } = JSON.parse(
      new TextDecoder().decode(bytes as Uint8Array),
    );
    assert.match(createdAt, /Z$/);
    files.set(path, rest);
  }
  return files;
}

async function remove(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch(() => {});
}

/** Returns how often training went on from a checkpoint. */
async function killAtRandom(task: keyof typeof KILLS): Promise<number> {
  const { model, out, parent, flags, ...watch } = await place(task);
  const random = seededRandom(seed + KILLS[task]);
  const undisturbed = await killTask(task, flags, watch);
  assert.equal(undisturbed.code, 0, undisturbed.stderr);
  const model0 = await learned(model);
  const run0: Files = await readTree(out);
  // The run's folder stays: what is there before must stay whole, too.
  await remove(model);

  const { ms, changes } = undisturbed;
  let resumed = 0;
  for (let kill = 1; kill <= KILLS[task]; kill++) {
    const moment: Moment = kill % 2 === 0
      ? { kind: "time", ms: ms * (0.2 + 0.8 * random()) }
      : { kind: "change", nth: 1 + Math.floor(changes * random()) };
    const label = `seed ${seed}, kill ${kill}, ${JSON.stringify(moment)}`;
    const ended = await killTask(task, flags, { ...watch, moment });
    try {
      if (/Going on from epoch/.test(ended.stderr)) resumed++;
      assert.doesNotMatch(ended.stderr, /Beginning anew|Cannot/);
      await assertWholeModel(model);
      const run = await readTree(out);
      if (run.size > 0) assertWholeRun(run, run0);
      if (ended.code === 137) continue;
      assert.equal(ended.code, 0);
      for (const [path, content] of await learned(model)) {
        if (model0.has(path)) assert.deepEqual(content, model0.get(path));
      }
      await remove(model);
      if (random() < 0.5) await remove(out);
    } catch (cause) {
      throw new Error(`${label}: ${ended.stderr}`, { cause });
    }
  }
  for (
    const path of [
      join(model, "current"),
      join(model, "versions", "0123456789ab"),
      join(model, "checkpoints", "0123456789ab.bin"),
      ...(task === "report" ? [out] : []),
    ]
  ) {
    const left = join(`${path}.tmp`, "0123abcd");
    await Deno.mkdir(dirname(left), { recursive: true });
    await Deno.writeTextFile(left, "half");
  }
  // What was made just now is taken to be in somebody's hands for a second.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const last = await killTask(task, flags, watch);
  assert.equal(last.code, 0, last.stderr);
  assert.deepEqual(await learned(model), model0, `seed ${seed}`);
  assertWholeRun(await readTree(out), run0);
  assert.deepEqual([...await debrisIn(model), ...await debrisIn(parent)], []);
  return resumed;
}

Deno.test("train and report killed at 50 random moments lose nothing and leave nothing half-written", async () => {
  const resumed = await Promise.all(
    [killAtRandom("train"), killAtRandom("report")],
  );
  const sum = resumed.reduce((a, b) => a + b);
  assert.ok(sum >= 3, `seed ${seed}: training went on ${resumed} times only`);
});

/** Starts training with the launcher and waits until it has kept a checkpoint. */
async function inTraining(model: string, flags: readonly string[]) {
  const child = launch("train", [...flags, "--epochs", "30"]);
  const output = child.output();
  const began = performance.now();
  const kept = async () =>
    [...(await readTree(join(model, "checkpoints"))).keys()]
      .some((path) => path.endsWith(".bin"));
  while (!(await kept())) {
    assert.ok(performance.now() - began < 60_000, "no checkpoint in a minute");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { child, output };
}

Deno.test("training ended by Ctrl-C goes on from its checkpoint, and one whose launcher was killed does no harm beside another", async () => {
  const { model, flags } = await place("train");
  const network = flags.slice(0, -2); // without --epochs
  const again = [...network, "--epochs", "30"];

  const first = await inTraining(model, network);
  Deno.kill(-first.child.pid, "SIGINT");
  const interrupted = await first.output;
  assert.equal(interrupted.code, 130);
  assert.match(
    new TextDecoder().decode(interrupted.stderr),
    /\nTraining was interrupted; the same command goes on from the last epoch\n$/,
  );
  await assertWholeModel(model);
  const resumed = await runTask("train", again);
  assert.equal(resumed.code, 0);
  assert.match(resumed.stderr, /Going on from epoch \d+ of 30, kept when/);
  const alone = await learned(model);
  await remove(model);

  const orphaned = await inTraining(model, network);
  orphaned.child.kill("SIGKILL");
  const beside = await runTask("train", again);
  assert.equal(beside.code, 0, beside.stderr);
  await orphaned.output; // its script has ended, too
  await assertWholeModel(model);
  assert.deepEqual(await learned(model), alone);
});

Deno.test("a report ended by Ctrl-C says what stays and how to go on, and leaves no half of a run", async () => {
  const { model, out, parent, flags } = await place("report");
  const child = launch("report", flags);
  const decoder = new TextDecoder();
  let stderr = "";
  for await (const bytes of child.stderr) {
    const wasScoring = /Scoring/.test(stderr);
    stderr += decoder.decode(bytes, { stream: true });
    // Its model is saved by then, and its pages are not drawn.
    if (!wasScoring && /Scoring/.test(stderr)) Deno.kill(-child.pid, "SIGINT");
  }
  await child.stdout.cancel();
  assert.equal((await child.status).code, 130);
  assert.match(
    stderr,
    /\nThe report was interrupted; nothing half-written stands in its place, a model that it learned is kept, and the same command begins again\n$/,
  );
  const left = [...(await readTree(parent)).keys()];
  assert.deepEqual(left.filter((path) => !path.includes(".tmp/")), [], out);
  await assertWholeModel(model);
});

Deno.test({
  name:
    "a task that the system kills, as where memory ends, says so in one line",
  ignore: Deno.build.os !== "linux", // where it is seen who started whom
  async fn() {
    const { model, flags } = await place("train");
    const { child, output } = await inTraining(model, flags.slice(0, -2));
    const [script] = PROC.childrenOf(child.pid);
    assert.ok(script !== undefined, "the launcher has started nothing");
    Deno.kill(script, "SIGKILL");
    const { code, stderr } = await output;
    assert.equal(code, 137);
    assert.match(
      new TextDecoder().decode(stderr),
      /\nCannot train: its process must run to its end, got "SIGKILL"; memory may be short: .*; the same command goes on from the last epoch\n$/,
    );
  },
});
