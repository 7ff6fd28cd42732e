import { join } from "node:path";
import { InputError } from "../../errors.ts";
import type { RawTable } from "../../frame/raw_table.ts";
import type { MachineTables } from "./machine_tables.ts";
import { readTextCauses } from "./text_causes.ts";
import { columnName, readText, STEP_MS } from "./text_file.ts";

/**
 * Reads one machine of OmniAnomaly's ServerMachineDataset: `train/M.txt` and
 * `test/M.txt` hold a row a minute, numbers between commas, without a header;
 * `test_label/M.txt` holds 0 or 1 a row of test, and `interpretation_label/M.txt`,
 * where it is there, lines such as `4629-4688:9,10,11`: first and last row in
 * test, counted from 0, and the columns that experts named, counted from 1.
 *
 * Columns are named `metric-01` and so on. Test goes on where train ends, from
 * 1970-01-01 on.
 *
 * @param dir The folder ServerMachineDataset.
 * @param name The machine.
 * @returns Both parts and the named causes.
 * @throws {InputError} If a file is missing or is not as above.
 */
export async function readTextMachine(
  dir: string,
  name: string,
): Promise<MachineTables> {
  const at = (part: string) => join(dir, part, `${name}.txt`);
  const train = await readRows(at("train"));
  const test = await readRows(at("test"));
  const label = await readRows(at("test_label"));
  requireAlike(at("test"), [test, train]);
  if (
    label.length !== test.length ||
    label.some(([one]) => one !== 0 && one !== 1)
  ) {
    throw new InputError(
      `read ${at("test_label")}`,
      `it must hold 0 or 1 for each of the ${test.length} rows of test`,
      { got: `${label.length} rows` },
    );
  }
  const table = (rows: number[][], firstRow: number, file: string) =>
    tableOf(rows, { name, firstRow, file });
  return {
    name,
    train: table(train, 0, at("train")),
    test: {
      ...table(test, train.length, at("test")),
      label: Uint8Array.from(label, ([one]) => one!),
    },
    causes: await readTextCauses(at("interpretation_label"), {
      firstRow: train.length,
      columns: test[0]!.length,
    }),
  };
}

async function readRows(file: string): Promise<number[][]> {
  const lines = (await readText(file)).trimEnd().split(/\r?\n/);
  return lines.map((line, i) => {
    const row = line.split(",").map((cell) => cell.trim() ? Number(cell) : NaN);
    if (!row.some(Number.isNaN)) return row;
    throw new InputError(
      `read line ${i + 1} of ${file}`,
      "it must be numbers between commas",
      { got: line },
    );
  });
}

/** Every row of both parts has the columns of test's first. */
function requireAlike(file: string, parts: readonly number[][][]): void {
  const columns = parts[0]![0]!.length;
  const other = parts.flat().find((row) => row.length !== columns);
  if (other === undefined) return;
  throw new InputError(
    `read ${file}`,
    `all rows of it and of train must have ${columns} columns`,
    { got: other.length },
  );
}

function tableOf(
  rows: readonly number[][],
  { name, firstRow, file }: {
    readonly name: string;
    readonly firstRow: number;
    readonly file: string;
  },
): RawTable {
  return {
    host: name,
    times: Float64Array.from(rows, (_, row) => (firstRow + row) * STEP_MS),
    columns: rows[0]!.map((_, column) => ({
      name: columnName(column + 1),
      values: Float64Array.from(rows, (row) => row[column]!),
    })),
    label: null,
    excluded: [],
    facts: {
      files: [file],
      rows: rows.length,
      duplicates: 0,
      unordered: 0,
      badTimes: 0,
      badCells: [],
      infinite: 0,
      clock: "unplaced",
    },
  };
}
