import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bad flags, and what the one line must say. */
export type BadCase = readonly [
  what: string,
  args: readonly string[],
  says: RegExp,
];

/** Makes files that no task can use. */
export interface BadFiles {
  /** Gives the path of a file in the folder. */
  readonly at: (name: string) => string;
  /** Writes a text and gives its path. */
  readonly file: (name: string, text: string) => string;
}

/**
 * Makes text of one metric, one row a minute.
 *
 * @param count How many rows.
 * @param value Gives a row's value as it stands in the file.
 * @param minute Gives a row's minute.
 * @returns A table.
 */
export function rows(
  count: number,
  value: (row: number) => string,
  minute: (row: number) => number = (row) => row,
): string {
  const lines = Array.from(
    { length: count },
    (_, row) => `${1e9 + minute(row) * 60},${value(row)}`,
  );
  return ["timestamp,cpu", ...lines].join("\n");
}

/**
 * Fills a folder with what people give by mistake: a folder, pipes, loops, files
 * of 10 GB that take no space, files cut short.
 *
 * @param folder The folder, which is there.
 * @returns Ways to name and add files.
 */
export async function badFiles(folder: string): Promise<BadFiles> {
  const at = (name: string) => join(folder, name);
  const file = (name: string, text: string) => {
    Deno.writeTextFileSync(at(name), text);
    return at(name);
  };
  await Deno.mkdir(at("mine"));
  file("mine/thesis.txt", "years of work");
  await new Deno.Command("mkfifo", { args: [at("pipe.csv")] }).output();
  await Deno.symlink(at("loop.csv"), at("loop.csv"));
  for (
    const [name, start] of [
      ["sparse.csv", ""],
      ["late.csv", "timestamp,a\n" + "0,1\n".repeat(400_000)],
      ["sparse.parquet", "PAR1"],
      ["sparse.json", '{"epochs": 3'],
    ] as const
  ) {
    file(name, start);
    await Deno.truncate(at(name), 10e9);
  }
  const whole = await Deno.readFile("data/samples/server-1.test.parquet");
  await Deno.writeFile(at("cut.parquet"), whole.subarray(0, 9000));
  await Deno.writeFile(
    at("cut.csv.gz"),
    gzipSync("timestamp,a\n" + "0,1\n".repeat(9000)).subarray(0, 50),
  );
  return { at, file };
}
