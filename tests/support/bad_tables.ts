import { type BadCase, type BadFiles, rows } from "./bad_files.ts";

/**
 * Lists tables that no task can use.
 *
 * @param files The folder that holds what cannot be read.
 * @returns What is wrong with it, its path, and what the one line must say.
 */
export function badTables({ at, file }: BadFiles): readonly BadCase[] {
  const back = (row: number) => row - 60 * Math.floor(row / 100);

  return [
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
      /at least (428|300) steps .*got 50/,
    ],
    [
      "whose clock runs backwards beyond repair",
      [file("back.csv", rows(900, (row) => String(row % 7), back))],
      /back\.csv: its clock must not run backwards .* and does 8 times; .*2001-09-09T03:25:40Z to 2001-09-09T02:26:40Z/,
    ],
  ];
}
