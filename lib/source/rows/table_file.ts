import { Buffer } from "node:buffer";
import { InputError } from "../../errors.ts";
import { gunzip } from "./gunzip.ts";

/** What a table file is by its first bytes. */
export type TableFileKind = "csv" | "parquet" | "json";

/** The start of a table file. */
export interface TableFileHead {
  /** What it is. */
  readonly kind: TableFileKind;
  /** Its first bytes, unpacked; 1 MiB at most. */
  readonly bytes: Uint8Array;
  /** Whether it is packed with gzip. */
  readonly isPacked: boolean;
}

/** A header line beyond this is taken for something else than a table. */
const HEAD_BYTES = 2 ** 20;

/** "PAR1", by which a Parquet file begins and ends. */
const PARQUET = [0x50, 0x41, 0x52, 0x31] as const;

/** RFC 1952. */
const GZIP = [0x1f, 0x8b] as const;

/** Byte order marks of UTF-16. */
const UTF16_LE = [0xff, 0xfe] as const;
const UTF16_BE = [0xfe, 0xff] as const;

/**
 * Reads the start of a file and tells what it is, by its contents.
 *
 * @param file The path.
 * @returns What it is, and its first bytes.
 * @throws {InputError} If it is missing, unreadable, empty, a directory or no table.
 */
export async function readHead(file: string): Promise<TableFileHead> {
  const own = await firstBytes(file);
  const isPacked = starts(own, GZIP);
  const bytes = isPacked ? await firstUnpacked(file) : own;
  if (starts(bytes, PARQUET)) {
    if (!isPacked) return { kind: "parquet", bytes, isPacked };
    throw new InputError(`read ${file}`, "Parquet must not be packed", {
      hint: "unpack it first",
    });
  }
  if (/\.parquet$/i.test(file)) {
    throw new InputError(`read ${file}`, "it must be a Parquet file", {
      hint: "its first bytes are not PAR1",
    });
  }
  if (starts(bytes, UTF16_LE) || starts(bytes, UTF16_BE)) {
    throw new InputError(`read ${file}`, "it must not be UTF-16 text", {
      hint: "save it as UTF-8",
    });
  }
  if (bytes.includes(0)) {
    throw new InputError(`read ${file}`, "it must be CSV text or Parquet", {
      hint: "it holds zero bytes",
    });
  }
  return { kind: isJson(bytes) ? "json" : "csv", bytes, isPacked };
}

/** A header line never begins with an object or a list of objects. */
function isJson(bytes: Uint8Array): boolean {
  return /^\s*(\{\s*["}]|\[\s*[\]{])/.test(
    new TextDecoder().decode(bytes.subarray(0, 1000)),
  );
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

async function firstUnpacked(file: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of gunzip(file)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= HEAD_BYTES) break;
  }
  if (length === 0) {
    throw new InputError(`read ${file}`, "it must not be empty");
  }
  return new Uint8Array(Buffer.concat(pieces)).subarray(0, HEAD_BYTES);
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
