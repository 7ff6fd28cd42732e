import { join } from "node:path";
import { InputError } from "../../errors.ts";

/** A folder of labelled machines. */
export interface MachineFolder {
  /** The folder that holds the files themselves. */
  readonly dir: string;
  /** Parquet tables, or the text files of OmniAnomaly's ServerMachineDataset. */
  readonly form: "parquet" | "text";
  /** The machines, in order of their names, numbers by their size. */
  readonly names: readonly string[];
}

/** What the parts of a machine are called. */
const PARTS = { train: ".train.parquet", test: ".test.parquet" } as const;

/** The folder in a checkout of OmniAnomaly. */
const IN_CHECKOUT = "ServerMachineDataset";

/**
 * Lists the machines of a labelled data set: `M.train.parquet` and
 * `M.test.parquet`, or `train/M.txt`, `test/M.txt` and `test_label/M.txt` as in
 * OmniAnomaly's ServerMachineDataset, or a checkout that holds it.
 *
 * @param dir The folder.
 * @returns Where the files are, and the machines, at least one.
 * @throws {InputError} If it is no such folder, or a machine lacks a part.
 */
export async function listMachines(dir: string): Promise<MachineFolder> {
  const names = await namesIn(dir, dir);
  if (names.includes(IN_CHECKOUT)) {
    return await listMachines(join(dir, IN_CHECKOUT));
  }
  const isText = names.includes("train") && names.includes("test");
  const [train, test] = isText
    ? [await textsIn(dir, "train"), await textsIn(dir, "test")]
    : [stems(names, PARTS.train), stems(names, PARTS.test)];
  const machines = [...new Set([...train, ...test])]
    .sort(new Intl.Collator("en", { numeric: true }).compare);
  if (machines.length === 0) {
    throw new InputError(
      `benchmark ${dir}`,
      "it must hold M.train.parquet and M.test.parquet of a machine M, " +
        "or OmniAnomaly's ServerMachineDataset",
    );
  }
  for (const machine of machines) {
    const lacks = !train.includes(machine) ? "train" : "test";
    if (train.includes(machine) && test.includes(machine)) continue;
    throw new InputError(
      `benchmark ${dir}`,
      `${machine} must have a train and a test part`,
      { hint: `its ${lacks} part is missing` },
    );
  }
  return { dir, form: isText ? "text" : "parquet", names: machines };
}

async function namesIn(folder: string, dir: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) =>
      name
    );
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const missing = cause instanceof Deno.errors.NotFound;
    throw new InputError(`benchmark ${dir}`, "it must be a folder to read", {
      hint: missing ? "it is not there" : cause.message,
      cause,
    });
  }
}

async function textsIn(dir: string, part: string): Promise<string[]> {
  return stems(await namesIn(join(dir, part), dir), ".txt");
}

function stems(names: readonly string[], ending: string): string[] {
  return names.filter((name) => name.endsWith(ending) && name !== ending)
    .map((name) => name.slice(0, -ending.length));
}
