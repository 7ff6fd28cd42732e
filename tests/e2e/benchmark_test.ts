import assert from "node:assert/strict";
import { join } from "node:path";
import { vusPr } from "@lib/measure/vus_pr.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { listMachines } from "@lib/source/labelled/list_machines.ts";
import { readMachine } from "@lib/source/labelled/read_machine.ts";
import { machineOf } from "@lib/benchmark/machine.ts";
import { readTable } from "@lib/source/read_table.ts";
import { writeMachine, writeTextMachine } from "../support/labelled_folder.ts";
import { runTask } from "../support/run_task.ts";

const SMALL = { name: "web-1", train: 400, test: 120 };

async function inFolder(work: (dir: string) => Promise<void>) {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-benchmark-" });
  try {
    await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("deno task benchmark measures what train and evaluate give", () =>
  inFolder(async (dir) => {
    await writeMachine(dir, SMALL);
    const own = await runTask("benchmark", [
      ...["--dir", dir, "--seeds", "1", "--peers", "robz2-ewma", "random"],
      ...["--out", join(dir, "figures.json")],
    ]);
    assert.equal(own.code, 0, own.stderr);
    assert.match(own.stderr, /^benchmark 0 %, web-1: default$/m);
    assert.match(own.stderr, /^benchmark 100 %, done$/m);
    assert.match(own.stdout[0] ?? "", /^default, seeds: 1 +VUS-PR +AUC-PR/);
    assert.equal(own.stdout.at(-1), join(dir, "figures.json"));
    const found = JSON.parse(
      await Deno.readTextFile(join(dir, "figures.json")),
    );
    assert.deepEqual(Object.keys(found.peers), ["robz2-ewma", "random"]);
    const figures = found.machines["web-1"];

    const name = `benchmark-${crypto.randomUUID().slice(0, 8)}`;
    const at = (part: string) => join(dir, `web-1.${part}.parquet`);
    try {
      await runTask("train", ["--train", at("train"), "--name", name]);
      const { code, stdout, stderr } = await runTask("evaluate", [
        ...["--data", at("test"), "--model", name, "--json"],
        ...["--out", join(dir, "run")],
      ]);
      assert.equal(code, 0, stderr);
      const { labels } = JSON.parse(stdout.join("\n"));
      assert.equal(figures.eventRecall, labels.eventRecall);
      const { columns } = await readTable([join(dir, "run/scores.parquet")]);
      const score = columns.find((column) => column.name === "score")!.values;
      const machine = machineOf(
        await readMachine(await listMachines(dir), "web-1"),
      );
      const known = vusPr(score, {
        label: machine.label,
        maxBuffer: machine.period,
      });
      assert.equal(figures.vusPr, Number(known.toPrecision(6)));
    } finally {
      const folder = fromRoot(`data/models/${name}`);
      await Deno.remove(folder, { recursive: true }).catch(() => {});
    }
  }));

Deno.test("deno task benchmark reads ServerMachineDataset and prints JSON", () =>
  inFolder(async (dir) => {
    await writeTextMachine(join(dir, "ServerMachineDataset"), SMALL);
    const { code, stdout, stderr } = await runTask("benchmark", [
      ...["--dir", dir, "--recipe", "pca-w10", "--peers", "none"],
      ...["--json", "--quiet"],
    ]);
    assert.deepEqual([code, stderr], [0, ""]);
    const { mean } = JSON.parse(stdout.join("\n"));
    assert.equal(mean.eventRecall, 1);
    assert.equal(mean.top1, 1);
  }));

/** What is wrong, its flags beside `--dir`, and the one line that says so. */
type Refusal = readonly [
  string,
  (dir: string) => Promise<readonly string[]>,
  RegExp,
];

const REFUSALS: readonly Refusal[] = [
  [
    "an empty folder",
    () => Promise.resolve([]),
    /^Cannot benchmark \S+: it must hold M\.train\.parquet/,
  ],
  [
    "a machine without its test part",
    async (dir) => {
      await writeMachine(dir, SMALL);
      await Deno.remove(join(dir, "web-1.test.parquet"));
      return [];
    },
    /web-1 must have a train and a test part; its test part is missing/,
  ],
  [
    "a test part without labels",
    async (dir) => {
      await writeMachine(dir, SMALL, { label: "missing" });
      return [];
    },
    /^Cannot benchmark web-1: its test part must have a column label/,
  ],
  [
    "a damaged file",
    async (dir) => {
      await writeMachine(dir, SMALL);
      await Deno.truncate(join(dir, "web-1.train.parquet"), 900);
      return [];
    },
    /^Cannot read \S+web-1\.train\.parquet: /,
  ],
  [
    "an unknown recipe",
    () => Promise.resolve(["--recipe", "pca-w1"]),
    /^Cannot use params: every recipe must be known, got "pca-w1"; did you mean pca-w10\?/,
  ],
  [
    "a place that is a folder's file",
    async (dir) => {
      await writeMachine(dir, SMALL);
      return ["--out", join(dir, "web-1.causes.csv", "figures.json")];
    },
    /^Cannot write \S+figures\.json: /,
  ],
];

for (const [what, prepare, message] of REFUSALS) {
  Deno.test(`deno task benchmark refuses ${what} in one line`, () =>
    inFolder(async (dir) => {
      const { code, stdout, stderr } = await runTask("benchmark", [
        ...["--dir", dir, ...await prepare(dir)],
      ]);
      assert.deepEqual([code, stdout], [1, []], stderr);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
    }));
}
