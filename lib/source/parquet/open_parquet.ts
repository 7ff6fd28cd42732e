import { Buffer } from "node:buffer";
import { extname } from "node:path";
import pl from "nodejs-polars";
import { InputError } from "../../errors.ts";
import { checkParquet } from "./check_parquet.ts";

/** Values read at once, of one column at least: 128 MiB. */
const VALUES_AT_ONCE = 2 ** 24;

/** A Parquet file that was checked. */
export interface ParquetTable {
  /** Its columns. */
  readonly names: readonly string[];
  /** Its rows. */
  readonly rows: number;
  /**
   * Reads some of its columns.
   *
   * @param columns Their names.
   * @returns A frame of them.
   * @throws {InputError} If they are damaged.
   */
  read(columns: readonly string[]): pl.DataFrame;
}

/**
 * Checks a Parquet file, and opens it to be read column by column. What damage the
 * check leaves, this way of reading says and does not die of.
 *
 * @param file The path.
 * @returns What is in it.
 * @throws {InputError} If it is damaged.
 */
export async function openParquet(file: string): Promise<ParquetTable> {
  const { rows } = await checkParquet(file);
  // Of another name it would be taken for the contents.
  const source = extname(file) === ".parquet"
    ? file
    : Buffer.from(await Deno.readFile(file));
  const read = (options: { columns?: string[]; nRows?: number }) => {
    try {
      return pl.readParquet(source, options);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new InputError(`read ${file}`, "it must be a whole Parquet file", {
        hint: message.split("\n")[0] ?? "",
        cause,
      });
    }
  };
  return {
    names: read({ nRows: 0 }).columns,
    rows,
    read: (columns) => read({ columns: [...columns] }),
  };
}

/**
 * Reads columns one after the other, some at once where they are short: a large
 * table is never held as a whole.
 *
 * @param table The file.
 * @param names The columns.
 * @returns Each with its name, in that order.
 * @throws {InputError} If one is damaged.
 */
export function* eachColumn(
  { read, rows }: ParquetTable,
  names: readonly string[],
): Generator<[name: string, series: pl.Series]> {
  const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / Math.max(1, rows)));
  for (let first = 0; first < names.length; first += atOnce) {
    const some = names.slice(first, first + atOnce);
    const frame = read(some);
    for (const name of some) yield [name, frame.getColumn(name)];
  }
}
