import assert from "node:assert/strict";
import { join } from "node:path";
import { runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-bad-" });
globalThis.addEventListener(
  "unload",
  () => Deno.removeSync(dir, { recursive: true }),
);

const file = (name: string, text: string) => {
  Deno.writeTextFileSync(join(dir, name), text);
  return join(dir, name);
};
Deno.mkdirSync(join(dir, "mine"));
file("mine/thesis.txt", "years of work");

const rows = (count: number, value: (row: number) => string) =>
  [
    "timestamp,cpu",
    ...Array.from({ length: count }, (_, row) =>
      `${1e9 + row * 60},${value(row)}`),
  ].join("\n");

const CASES:
  readonly (readonly [what: string, args: readonly string[], says: RegExp])[] =
    [
      [
        "an unknown flag",
        ["--dta", "x"],
        /every flag must be known, got "--dta"; deno task report --help lists them/,
      ],
      [
        "a flag given twice",
        ["--seed", "1", "--seed", "2"],
        /--seed must be given once/,
      ],
      [
        "a flag without its value",
        ["--out"],
        /out must be a text that is not empty, got ""/,
      ],
      [
        "a stray argument",
        ["mine.csv"],
        /every flag must be known, got "mine.csv"/,
      ],
      [
        "a file that is absent",
        ["--data", "/nowhere/x.csv"],
        /\/nowhere\/x\.csv/,
      ],
      ["an empty file", ["--data", file("empty.csv", "")], /empty\.csv/],
      ["a file with no timestamp", [
        "--data",
        file("no-time.csv", "a,b\n1,2\n"),
      ], /timestamp/],
      ["a Parquet file that is none", [
        "--data",
        file("bad.parquet", "PAR1 not really"),
      ], /bad\.parquet/],
      ["too few rows", ["--data", file("short.csv", rows(50, String))], /300/],
      ["nothing that varies", [
        "--data",
        file("flat.csv", rows(900, () => "1")),
      ], /Cannot .*: /],
      [
        "--train without --data",
        ["--train", file("t.csv", rows(900, String))],
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
        "a folder of somebody else",
        ["--out", join(dir, "mine")],
        /must be empty or hold an earlier run only, got "thesis.txt"/,
      ],
      ["params that are no JSON", ["--params", file("p.json", "{")], /JSON/],
      ["params with an unknown name", [
        "--params",
        file("q.json", '{"hiden":3}'),
      ], /"hiden"; known are/],
      ["--out below a file", [
        "--out",
        join(dir, "mine/thesis.txt/run"),
      ], /thesis\.txt\/run: it must be a place to write to/],
      ["data that lacks every metric of --train", [
        "--train",
        file("t900.csv", rows(900, String)),
        "--data",
        file("other.csv", rows(900, String).replace("cpu", "other")),
      ], /metric that the model knows/],
      ["labels that end before they start", [
        "--labels",
        file("l.csv", "start,end\n2026-01-02T00:00:00Z,2026-01-01T00:00:00Z\n"),
      ], /l\.csv/],
    ];

for (const [what, args, says] of CASES) {
  Deno.test(`deno task report refuses ${what} in one line`, async () => {
    const { code, stdout, stderr } = await runTask("report", [
      "--engine",
      "wasm",
      ...args,
    ]);
    assert.equal(code, 1, stderr);
    assert.deepEqual(stdout, []);
    assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
    assert.match(stderr, /^Cannot /);
    assert.match(stderr, says);
  });
}

Deno.test("deno task report leaves a refused folder as it was", async () => {
  assert.equal(
    await Deno.readTextFile(join(dir, "mine", "thesis.txt")),
    "years of work",
  );
});

Deno.test("deno task report --help lists every flag", async () => {
  const { code, stdout } = await runTask("report", ["--help"]);
  assert.equal(code, 0);
  for (
    const flag of [
      "data",
      "train",
      "model",
      "labels",
      "out",
      "name",
      "engine",
      "window",
      "hidden",
    ]
  ) {
    assert.ok(stdout.some((line) => line.includes(`--${flag} `)), flag);
  }
});

Deno.test("deno task train refuses two sets of files in one line", async () => {
  const { code, stderr } = await runTask("train", [
    ...["--train", "a.csv", "--data", "b.csv"],
  ]);
  assert.equal(code, 1);
  assert.match(stderr, /^Cannot train: --train or --data must name the files/);
});

Deno.test("deno task train takes from a params file what its flags take", async () => {
  const { code, stderr } = await runTask("train", [
    ...["--params", file("train.json", '{"out":"x"}')],
  ]);
  assert.equal(code, 1);
  assert.match(stderr, /every name must be known, got "out"; known are data/);
});
