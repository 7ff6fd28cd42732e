/** Why a file was not read. */
export interface NotRead {
  /**
   * - `"unreadable"`: it is not there, or may not be read
   * - `"no file"`: it is a folder, a pipe, a device
   * - `"too large"`: it is larger than what was asked for
   */
  readonly problem: "unreadable" | "no file" | "too large";
  /** What the system said, where it said something. */
  readonly cause?: unknown;
}

/**
 * Reads a file that anybody may have put there: it is looked at before it is
 * opened, since a pipe keeps its reader waiting and a device never ends, and is
 * read no further than the limit, however large it says that it is.
 *
 * @param path The file.
 * @param limit The most bytes that it may have.
 * @returns Its bytes, or why it was not read.
 *
 * @example Usage
 * ```ts
 * import { readLimited } from "@lib/pipeline/base/read_limited.ts";
 * import assert from "node:assert/strict";
 *
 * const read = await readLimited("nowhere/run.json", 1024);
 * assert.ok("problem" in read && read.problem === "unreadable");
 * ```
 */
export async function readLimited(
  path: string,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | NotRead> {
  try {
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) return { problem: "no file" };
    if (size > limit) return { problem: "too large" };
    using file = await Deno.open(path);
    // One byte more, so that what grew meanwhile is told from what fits.
    const bytes = new Uint8Array(Math.min(size, limit) + 1);
    let length = 0;
    while (length < bytes.length) {
      const read = await file.read(bytes.subarray(length));
      if (read === null) return { bytes: bytes.subarray(0, length) };
      length += read;
    }
    return { problem: "too large" };
  } catch (cause) {
    return { problem: "unreadable", cause };
  }
}

/**
 * Decodes UTF-8 as a file's readers do; what is none becomes U+FFFD.
 *
 * @param bytes The bytes.
 * @returns The text, a byte order mark included.
 */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
