import { Damage } from "./damage.ts";

/** A footer says some hundred bytes of each column of a row group. */
const MAX_FOOTER_BYTES = 2 ** 26;

/** "PAR1", and the length of the footer before it. */
const TAIL_BYTES = 8;
const MAGIC = "PAR1";

/** A Parquet file's footer, unread. */
export interface FooterBytes {
  /** The footer. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the file before it. */
  readonly dataEnd: number;
}

/**
 * Takes the footer out of a Parquet file.
 *
 * @param handle The file.
 * @param size Its bytes.
 * @returns The footer, and where it begins.
 * @throws {Damage} If the file is cut short or no Parquet file.
 */
export async function footerBytes(
  handle: Deno.FsFile,
  size: number,
): Promise<FooterBytes> {
  const tail = size < 12
    ? new Uint8Array(0)
    : await readPart(handle, { start: size - TAIL_BYTES, length: TAIL_BYTES });
  const { length, dataEnd } = footerPlace(tail, size);
  const bytes = await readPart(handle, { start: dataEnd, length });
  return { bytes, dataEnd };
}

/**
 * Tells where a Parquet file's footer lies.
 *
 * @param tail The file's last 8 bytes; fewer where it has not so many.
 * @param size The file's bytes.
 * @returns The footer's bytes, and those before it.
 * @throws {Damage} If the file is cut short or no Parquet file.
 */
export function footerPlace(
  tail: Uint8Array,
  size: number,
): { readonly length: number; readonly dataEnd: number } {
  if (new TextDecoder().decode(tail.subarray(4)) !== MAGIC) {
    throw new Damage("its last bytes are not PAR1");
  }
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (length > MAX_FOOTER_BYTES) {
    throw new Damage(`its footer takes ${length} bytes`);
  }
  const dataEnd = size - TAIL_BYTES - length;
  if (dataEnd < 4) throw new Damage("its footer is cut short");
  return { length, dataEnd };
}

/**
 * Reads a part of a file.
 *
 * @param handle The file.
 * @param part Its first byte, and how many.
 * @returns The bytes; fewer where the file ends.
 */
export async function readPart(
  handle: Deno.FsFile,
  { start, length }: { readonly start: number; readonly length: number },
): Promise<Uint8Array<ArrayBuffer>> {
  await handle.seek(start, Deno.SeekMode.Start);
  const bytes = new Uint8Array(Math.max(0, length));
  let have = 0;
  while (have < bytes.length) {
    const read = await handle.read(bytes.subarray(have));
    if (read === null) break;
    have += read;
  }
  return bytes.subarray(0, have);
}
