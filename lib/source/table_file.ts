import { InputError } from "@lib/errors.ts";

/** What a table file is by its first bytes. */
export type TableFileKind = "csv" | "parquet";

/** The start of a table file. */
export interface TableFileHead {
  /** What it is. */
  readonly kind: TableFileKind;
  /** Its first bytes, 1 MiB at most. */
  readonly bytes: Uint8Array;
}

/** A header line beyond this is taken for something else than a table. */
const HEAD_BYTES = 2 ** 20;

/** "PAR1", by which a Parquet file begins and ends. */
const PARQUET = [0x50, 0x41, 0x52, 0x31] as const;

/** RFC 1952. */
const GZIP = [0x1f, 0x8b] as const;

/**
 * Reads the start of a file and tells what it is, by its contents.
 *
 * @param file The path.
 * @returns What it is, and its first bytes.
 * @throws {InputError} If it is missing, unreadable, empty, a directory or no table.
 */
export async function readHead(file: string): Promise<TableFileHead> {
  const bytes = await firstBytes(file);
  const starts = (magic: readonly number[]) =>
    magic.every((byte, i) => bytes[i] === byte);
  if (starts(PARQUET)) return { kind: "parquet", bytes };
  if (/\.parquet$/i.test(file)) {
    throw new InputError(`read ${file}`, "it must be a Parquet file", {
      hint: "its first bytes are not PAR1",
    });
  }
  if (starts(GZIP)) {
    throw new InputError(`read ${file}`, "it must not be compressed", {
      hint: "unpack it first",
    });
  }
  if (bytes.includes(0)) {
    throw new InputError(`read ${file}`, "it must be CSV text or Parquet", {
      hint: "it holds zero bytes",
    });
  }
  return { kind: "csv", bytes };
}

async function firstBytes(file: string): Promise<Uint8Array> {
  try {
    const { isFile } = await Deno.stat(file);
    if (!isFile) throw new InputError(`read ${file}`, "it must be a file");
    using handle = await Deno.open(file);
    const bytes = new Uint8Array(HEAD_BYTES);
    let length = 0;
    while (length < HEAD_BYTES) {
      const read = await handle.read(bytes.subarray(length));
      if (read === null) break;
      length += read;
    }
    if (length === 0) {
      throw new InputError(`read ${file}`, "it must not be empty");
    }
    return bytes.subarray(0, length);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    if (cause instanceof Deno.errors.NotFound) {
      throw new InputError(`read ${file}`, "there is no such file", { cause });
    }
    if (cause instanceof Error && "code" in cause) {
      throw new InputError(`read ${file}`, "it must be readable", {
        hint: cause.message.split("\n")[0] ?? "",
        cause,
      });
    }
    throw cause;
  }
}
