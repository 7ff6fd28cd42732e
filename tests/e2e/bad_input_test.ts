import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
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

await new Deno.Command("mkfifo", { args: [join(dir, "pipe.csv")] }).output();
await Deno.symlink(join(dir, "loop.csv"), join(dir, "loop.csv"));
for (
  const [name, start] of [
    ["sparse.csv", ""],
    ["late.csv", "timestamp,a\n" + "0,1\n".repeat(400_000)],
    ["sparse.parquet", "PAR1"],
  ] as const
) {
  file(name, start);
  await Deno.truncate(join(dir, name), 10e9);
}
const whole = await Deno.readFile("data/samples/server-1.test.parquet");
await Deno.writeFile(join(dir, "cut.parquet"), whole.subarray(0, 9000));
await Deno.writeFile(
  join(dir, "cut.csv.gz"),
  gzipSync("timestamp,a\n" + "0,1\n".repeat(9000)).subarray(0, 50),
);

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
        /every flag must be known, got "--dta"; did you mean --data\?/,
      ],
      [
        "an unknown flag that is like none",
        ["--colour", "x"],
        /every flag must be known, got "--colour"; deno task report --help lists them/,
      ],
      [
        "a folder for a file",
        ["--data", join(dir, "mine")],
        /mine: it must be a file$/m,
      ],
      [
        "a pipe",
        ["--data", join(dir, "pipe.csv")],
        /pipe\.csv: it must be a file/,
      ],
      [
        "a pipe for labels",
        ["--labels", join(dir, "pipe.csv")],
        /pipe\.csv: it must be a file/,
      ],
      [
        "a loop of links",
        ["--data", join(dir, "loop.csv")],
        /loop\.csv: it must be readable/,
      ],
      [
        "a sparse file of 10 GB",
        ["--data", join(dir, "sparse.csv")],
        /sparse\.csv.*it holds zero bytes/,
      ],
      [
        "a sparse file of 10 GB that begins like a table",
        ["--data", join(dir, "late.csv")],
        /late\.csv: it must be CSV text; there is a zero byte/,
      ],
      [
        "a sparse file of 10 GB that begins like Parquet",
        ["--data", join(dir, "sparse.parquet")],
        /sparse\.parquet: it must be a whole Parquet file/,
      ],
      [
        "gzip that is cut short",
        ["--data", join(dir, "cut.csv.gz")],
        /cut\.csv\.gz: it must be a whole gzip file/,
      ],
      [
        "Parquet that is cut short",
        ["--data", join(dir, "cut.parquet")],
        /cut\.parquet: it must be a whole Parquet file/,
      ],
      [
        "a counter that is no column",
        ["--data", file("n.csv", rows(900, String)), "--counter", "bytes"],
        /use --counter: it must name a column, got "bytes"; n has cpu/,
      ],
      [
        "a span without rows",
        ["--data", file("n.csv", rows(900, String)), "--from", "2026-01-01"],
        /--from and --to must hold some rows; it has 2001-09-09/,
      ],
      [
        "a time zone that is none",
        ["--time-zone", "Mars/Olympus"],
        /time-zone must be a time zone, got "Mars\/Olympus"/,
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
      ], /must have a column named timestamp; it has a, b$/m],
      ["a Parquet file that is none", [
        "--data",
        file("bad.parquet", "PAR1 not really"),
      ], /bad\.parquet/],
      ["too few rows", ["--data", file("short.csv", rows(50, String))], /429/],
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
      ], /"hiden"; did you mean hidden\?/],
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
