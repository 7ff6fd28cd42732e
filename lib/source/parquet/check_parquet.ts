import { InputError } from "../../errors.ts";
import { Damage } from "./damage.ts";
import { footerBytes, readPart } from "./footer_bytes.ts";
import { type ColumnChunk, count, readFooter } from "./parquet_footer.ts";
import { readStruct, type ThriftStruct } from "./thrift.ts";

/** Values that a table may have: 4 GB of doubles. */
const MAX_VALUES = 500_000_000;

/** Bytes that the header of a page has at first sight, and at most. */
const HEADER_BYTES = [256, 2 ** 20] as const;

/** A page unpacks to at most so much. */
const MAX_PAGE_BYTES = 2 ** 30;

/** What a page can be. */
const PAGE = { data: 0, index: 1, dictionary: 2, dataV2: 3 } as const;

/** Where the head of a page tells its own kind, and in that which encodings. */
const OWN: Readonly<
  Record<number, { field: number; encodings: readonly number[] }>
> = {
  [PAGE.data]: { field: 5, encodings: [2, 3, 4] },
  [PAGE.dictionary]: { field: 7, encodings: [2] },
  [PAGE.dataV2]: { field: 8, encodings: [4] },
};

/** Encodings by number: PLAIN to BYTE_STREAM_SPLIT; 1 was never used. */
const ENCODINGS: ReadonlySet<unknown> = new Set([0, 2, 3, 4, 5, 6, 7, 8, 9]);

/**
 * Looks through what a Parquet file says of itself, its footer and the head of
 * every page, before it is read: the table reader believes a wrong size and dies
 * of it, and the process with it.
 *
 * @param file The path.
 * @returns How many rows it has.
 * @throws {InputError} If the file is cut short, damaged or too large.
 */
export async function checkParquet(
  file: string,
): Promise<{ readonly rows: number }> {
  using handle = await Deno.open(file);
  // By its name: of an open file Deno asks leave for where a link leads.
  const { size } = await Deno.stat(file);
  const part = (start: number, length: number) =>
    readPart(handle, { start, length: Math.min(length, size - start) });
  try {
    const { bytes, dataEnd } = await footerBytes(handle, size);
    const { rows, chunks } = readFooter(bytes, dataEnd);
    const values = chunks.reduce((sum, { values }) => sum + values, 0);
    if (values > MAX_VALUES) {
      throw new InputError(
        `read ${file}`,
        `it must have at most ${MAX_VALUES / 1e6} million values`,
        { got: values, hint: `it says it has ${rows} rows` },
      );
    }
    for (const chunk of chunks) await checkPages(chunk, part);
    return { rows };
  } catch (cause) {
    if (!(cause instanceof Damage)) throw cause;
    throw new InputError(`read ${file}`, "it must be a whole Parquet file", {
      hint: cause.found,
      cause,
    });
  }
}

async function checkPages(
  chunk: ColumnChunk,
  part: (start: number, length: number) => Promise<Uint8Array>,
): Promise<void> {
  const end = chunk.start + chunk.bytes;
  let [at, values] = [chunk.start, 0];
  while (at < end && values < chunk.values) {
    const { fields, length } = await readHeader(at, part);
    const packed = count(fields, 3);
    const unpacked = count(fields, 2);
    const own = valuesOf(fields);
    at += length + packed;
    if (at > end || unpacked > MAX_PAGE_BYTES) {
      throw new Damage("a page is larger than its column");
    }
    if (fields.get(1) === PAGE.dictionary && own > unpacked) {
      throw new Damage("a page has more values than bytes");
    }
    if (fields.get(1) !== PAGE.dictionary) values += own;
  }
  if (values !== chunk.values) {
    throw new Damage("the pages of a column must hold all its values");
  }
}

async function readHeader(
  at: number,
  part: (start: number, length: number) => Promise<Uint8Array>,
) {
  const [usual, most] = HEADER_BYTES;
  try {
    return readStruct(await part(at, usual));
  } catch {
    return readStruct(await part(at, most));
  }
}

function valuesOf(header: ThriftStruct): number {
  const { field = NaN, encodings = [] } = OWN[count(header, 1)] ?? {};
  const own = header.get(field);
  if (own instanceof Map) {
    if (!encodings.every((at) => ENCODINGS.has(own.get(at)))) {
      throw new Damage("a page is encoded in no known way");
    }
    return count(own, 1);
  }
  if (header.get(1) === PAGE.index) return 0;
  throw new Damage("a page is of no known kind");
}
