import { type BadCase, type BadFiles, rows } from "./bad_files.ts";
import { badTables } from "./bad_tables.ts";

/** What tasks must refuse, by what is wrong. */
export interface BadCases {
  /** Gives the path of a file in the folder. */
  readonly at: BadFiles["at"];
  /** Tables that no task can use: paths, without a flag. */
  readonly tables: readonly BadCase[];
  /** Flags and params files that no task can use. */
  readonly flags: readonly BadCase[];
  /** Flags that only tasks that score take. */
  readonly scoring: readonly BadCase[];
}

/**
 * Lists what tasks must refuse.
 *
 * @param files The folder that holds what cannot be read.
 * @returns The cases.
 */
export function badCases({ at, file }: BadFiles): BadCases {
  const good = file("good.csv", rows(900, (row) => String(row % 7)));
  return {
    at,
    tables: badTables({ at, file }),
    flags: flags({ at, file }, good),
    scoring: scoring({ at, file }, good),
  };
}

function flags({ at, file }: BadFiles, good: string): readonly BadCase[] {
  return [
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
}

function scoring({ at, file }: BadFiles, good: string): readonly BadCase[] {
  return [
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
}
