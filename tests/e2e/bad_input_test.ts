import assert from "node:assert/strict";
import { join } from "node:path";
import { badFiles, rows } from "../support/bad_files.ts";
import { assertRefused, treeOf } from "../support/refusal.ts";
import { type FileTask, runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-bad-" });
globalThis.addEventListener(
  "unload",
  () => Deno.removeSync(dir, { recursive: true }),
);
const { at, file } = await badFiles(dir);
const good = file("good.csv", rows(900, (row) => String(row % 7)));
const back = (row: number) => row - 60 * Math.floor(row / 100);

/** Bad flags and what the one line says; each task's own wording where it has one. */
type Case = readonly [what: string, args: readonly string[], says: RegExp];

/** Tables that no task can use. */
const TABLES: readonly Case[] = [
  [
    "that is absent",
    ["/nowhere/x.csv"],
    /\/nowhere\/x\.csv: there is no such file$/,
  ],
  ["that is a folder", [at("mine")], /mine: it must be a file$/],
  ["that is a pipe", [at("pipe.csv")], /pipe\.csv: it must be a file$/],
  [
    "that is a loop of links",
    [at("loop.csv")],
    /loop\.csv: it must be readable/,
  ],
  [
    "of 10 GB of nothing",
    [at("sparse.csv")],
    /sparse\.csv.*it holds zero bytes/,
  ],
  [
    "of 10 GB that begins like a table",
    [at("late.csv")],
    /late\.csv: it must be CSV text; there is a zero byte/,
  ],
  [
    "of 10 GB that begins like Parquet",
    [at("sparse.parquet")],
    /sparse\.parquet: it must be a whole Parquet file/,
  ],
  [
    "that is gzip cut short",
    [at("cut.csv.gz")],
    /cut\.csv\.gz: it must be a whole gzip file/,
  ],
  [
    "that is Parquet cut short",
    [at("cut.parquet")],
    /cut\.parquet: it must be a whole Parquet/,
  ],
  [
    "that is called Parquet",
    [file("bad.parquet", "PAR1 not really")],
    /bad\.parquet/,
  ],
  [
    "that is empty",
    [file("empty.csv", "")],
    /empty\.csv: it must not be empty$/,
  ],
  [
    "of a header only",
    [file("header.csv", "timestamp,a\n")],
    /header\.csv: it must have rows below its header$/,
  ],
  [
    "without timestamps",
    [file("no-time.csv", "a,b\n1,2\n")],
    /must have a column named timestamp; it has a, b$/,
  ],
  [
    "without numbers",
    [file("words.csv", rows(900, () => "up"))],
    /words\.csv: it must have a column of numbers beside the timestamp; it has cpu/,
  ],
  [
    "in which nothing varies",
    [file("flat.csv", rows(900, () => "1"))],
    /cpu: always 1/,
  ],
  [
    "that is too short",
    [file("short.csv", rows(50, String))],
    /at least (429|300) steps .*got 50/,
  ],
  [
    "whose clock runs backwards beyond repair",
    [file("back.csv", rows(900, (row) => String(row % 7), back))],
    /back\.csv: its clock must not run backwards .* and does 8 times; .*2001-09-09T03:25:40Z to 2001-09-09T02:26:40Z/,
  ],
];

/** Flags and params files that no task can use. */
const FLAGS: readonly Case[] = [
  ["an unknown flag", ["--dta", "x"], /got "--dta"; did you mean --data\?$/],
  [
    "an unknown flag that is like none",
    ["--colour", "x"],
    /got "--colour"; deno task \w+ --help lists them$/,
  ],
  [
    "a stray argument",
    ["mine.csv"],
    /every flag must be known, got "mine.csv"/,
  ],
  [
    "a flag given twice",
    ["--seed", "1", "--seed", "2"],
    /--seed must be given once/,
  ],
  [
    "a flag without its value",
    ["--host"],
    /host must be a text that is not empty, got ""/,
  ],
  [
    "params that are absent",
    ["--params", at("no.json")],
    /no\.json: .* must be there/,
  ],
  [
    "params that are a pipe",
    ["--params", at("pipe.csv")],
    /pipe\.csv: .* must be a file$/,
  ],
  [
    "params of 10 GB",
    ["--params", at("sparse.json")],
    /sparse\.json: .* must be 1 MiB at most/,
  ],
  [
    "params that are no JSON",
    ["--params", file("p.json", "{")],
    /p\.json: .* must hold JSON;/,
  ],
  [
    "params that are a list",
    ["--params", file("list.json", "[1]")],
    /must hold one JSON object/,
  ],
  [
    "params with an unknown key",
    ["--params", file("q.json", '{"hiden":3}')],
    /"hiden"; did you mean hidden\?/,
  ],
  [
    "params with a value of the wrong type",
    ["--params", file("r.json", '{"epochs":"many"}')],
    /epochs must be an integer from 1 to 10000, got "many"/,
  ],
  [
    "params with a file of the wrong type",
    ["--params", file("s.json", '{"data":5}')],
    /data must be a text that is not empty, got 5/,
  ],
  [
    "params with a switch of the wrong type",
    ["--params", file("t.json", '{"quiet":"x"}')],
    /quiet must be true or false, got "x"/,
  ],
  [
    "a counter that is no column",
    ["--data", good, "--counter", "bytes"],
    /use --counter: it must name a column, got "bytes"; good has cpu/,
  ],
  [
    "a span without rows",
    ["--data", good, "--from", "2026-01-01"],
    /--from and --to must hold some rows; it has 2001-09-09/,
  ],
];

/** What only tasks that score take. */
const SCORING: readonly Case[] = [
  [
    "a pipe for labels",
    ["--labels", at("pipe.csv")],
    /pipe\.csv: it must be a file/,
  ],
  [
    "labels that end before they start",
    [
      "--labels",
      file("l.csv", "start,end\n2026-01-02T00:00:00Z,2026-01-01T00:00:00Z\n"),
    ],
    /l\.csv/,
  ],
  [
    "a time zone that is none",
    ["--time-zone", "Mars/Olympus"],
    /time-zone must be a time zone/,
  ],
  [
    "--train without --data",
    ["--train", good],
    /--data must name what to score/,
  ],
  [
    "a model that is absent",
    ["--model", "nobody"],
    /Cannot load the model nobody/,
  ],
  [
    "--model with --epochs",
    ["--model", "m", "--epochs", "3"],
    /--epochs is for training/,
  ],
  [
    "a budget of nothing",
    ["--alarm-budget", "0/day"],
    /alarm budget.*got "0\/day"/,
  ],
  [
    "an --out that holds something else",
    ["--out", at("mine")],
    /must be empty or hold an earlier run only, got "thesis.txt"/,
  ],
  [
    "an --out that is a file",
    ["--out", good],
    /good\.csv: it must be a folder, and is a file/,
  ],
  [
    "an --out below a file",
    ["--out", at("mine/thesis.txt/run")],
    /thesis\.txt\/run: what it lies in must be a folder/,
  ],
  [
    "data that lacks every metric of --train",
    [
      ...["--train", good, "--data"],
      file("other.csv", rows(900, String).replace("cpu", "other")),
    ],
    /metric that the model knows/,
  ],
];

const lead = {
  report: "--data",
  evaluate: "--data",
  train: "--train",
} as const;
const table = (task: FileTask) =>
  TABLES.map(([what, args, says]) =>
    [`a table ${what}`, [lead[task], ...args], says] as const
  );

const BY_TASK: Readonly<Record<FileTask, readonly Case[]>> = {
  report: [...table("report"), ...FLAGS, ...SCORING],
  // It reads as report does, and writes other files.
  evaluate: [...table("evaluate").slice(-3), ...SCORING.slice(-4)],
  train: [...table("train"), ...FLAGS],
};

for (const task of ["report", "evaluate", "train"] as const) {
  for (const [what, args, says] of BY_TASK[task]) {
    Deno.test(`deno task ${task} refuses ${what} in one line, and leaves all as it was`, async () => {
      const name = `bad-${crypto.randomUUID().slice(0, 8)}`;
      const isOf = (flag: string) => args.includes(flag);
      const before = treeOf(dir);
      const end = await runTask(task, [
        ...["--engine", "wasm"],
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
