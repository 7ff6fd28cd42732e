import { Damage } from "./damage.ts";
import { readStruct, type ThriftStruct } from "./thrift.ts";

/** Where one column of one row group lies. */
export interface ColumnChunk {
  /** First byte of its first page. */
  readonly start: number;
  /** Bytes of its pages with their headers. */
  readonly bytes: number;
  /** Values, the missing ones too. */
  readonly values: number;
}

/** What a Parquet file says of itself. */
export interface ParquetFooter {
  /** Rows. */
  readonly rows: number;
  /** All columns of all row groups. */
  readonly chunks: readonly ColumnChunk[];
}

/**
 * Reads what stands in a Parquet file's footer and makes sure that it agrees
 * with itself and with the file's length.
 *
 * Source: parquet.thrift of Apache Parquet, whose field numbers these are.
 *
 * @param bytes The footer.
 * @param dataEnd Bytes of the file before the footer.
 * @returns Rows and columns.
 * @throws {Damage} If it is damaged.
 */
export function readFooter(bytes: Uint8Array, dataEnd: number): ParquetFooter {
  const { fields } = readStruct(bytes);
  const rows = count(fields, 3);
  const leaves = readLeaves(structs(fields, 2));
  const groups = structs(fields, 4);
  const inGroups = groups.map((group) => count(group, 3));
  if (inGroups.reduce((sum, one) => sum + one, 0) !== rows) {
    throw new Damage("its row groups must hold all rows");
  }
  const chunks = groups.flatMap((group, g) => {
    const columns = structs(group, 1);
    if (columns.length !== leaves.length) {
      throw new Damage("every row group must hold all columns");
    }
    return columns.map((column, c): ColumnChunk => {
      const meta = column.get(3);
      if (!(meta instanceof Map)) throw new Damage("a column lacks itself");
      const first = count(meta, 9);
      const dictionary = meta.has(11) ? count(meta, 11) : 0;
      const chunk = {
        start: dictionary > 0 ? Math.min(first, dictionary) : first,
        bytes: count(meta, 7),
        values: count(meta, 5),
      };
      if (chunk.start < 4 || chunk.start + chunk.bytes > dataEnd) {
        throw new Damage("a column lies outside the file");
      }
      if (leaves[c] === "flat" && chunk.values !== inGroups[g]) {
        throw new Damage("a column must have a value a row");
      }
      return chunk;
    });
  });
  return { rows, chunks };
}

/** The columns that hold values, in order; a nested one may have several a row. */
function readLeaves(
  elements: readonly ThriftStruct[],
): readonly ("flat" | "nested")[] {
  const leaves: ("flat" | "nested")[] = [];
  const [root, ...others] = elements;
  if (!root) throw new Damage("it must have columns");
  // How many children are still to come, of each group that is open.
  const open = [count(root, 5)];
  for (const element of others) {
    while (open.length > 1 && open.at(-1) === 0) open.pop();
    const left = open.pop() ?? 0;
    if (left === 0) throw new Damage("its columns must make one tree");
    open.push(left - 1);
    const children = element.has(5) ? count(element, 5) : 0;
    const isRepeated = element.get(3) === 2;
    if (children > 0) open.push(children);
    else leaves.push(open.length === 1 && !isRepeated ? "flat" : "nested");
  }
  if (open.some((left) => left > 0)) {
    throw new Damage("its columns must make one tree");
  }
  return leaves;
}

function structs(
  struct: ThriftStruct,
  field: number,
): readonly ThriftStruct[] {
  const list = struct.get(field);
  if (!Array.isArray(list) || !list.every((one) => one instanceof Map)) {
    throw new Damage("a list is missing");
  }
  return list;
}

/**
 * Takes a count or a place out of a struct.
 *
 * @param struct The struct.
 * @param field The field's number.
 * @returns The number, not negative.
 * @throws {Damage} If it is none.
 */
export function count(struct: ThriftStruct, field: number): number {
  const value = struct.get(field);
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) {
    return value;
  }
  throw new Damage("a count is missing");
}
