import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { InputError } from "../../errors.ts";

/** More than this is not unpacked into memory. */
export const MAX_UNPACKED_BYTES = 2 ** 30;

/** How far a file is unpacked. */
export interface GunzipOptions {
  /**
   * Bytes that it may have unpacked.
   *
   * @default {1073741824}
   */
  readonly maxBytes?: number;
}

/**
 * Unpacks a gzip file piece by piece, those of several members too.
 *
 * @param file The path.
 * @param options The limit.
 * @returns The unpacked bytes in order.
 * @throws {InputError} If it is cut short, damaged or unpacks to more than the limit.
 */
export async function* gunzip(
  file: string,
  { maxBytes = MAX_UNPACKED_BYTES }: GunzipOptions = {},
): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  let bytes = 0;
  try {
    for await (const chunk of unpacked) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        throw new InputError(
          `read ${file}`,
          `it must unpack to ${maxBytes / 2 ** 20} MiB or less`,
          { hint: "unpack it yourself, or keep it as Parquet" },
        );
      }
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`read ${file}`, "it must be a whole gzip file", {
      hint: cause instanceof Error ? cause.message : "",
      cause,
    });
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}
