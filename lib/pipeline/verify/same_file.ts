import type { FileRecord } from "../../report/report_input.ts";
import { sha256OfFile } from "../base/hash.ts";

/** What a file is beside what was recorded of it. */
export interface FileState {
  /** Whether it is the same. */
  readonly state: "holds" | "changed" | "missing";
  /** Why not; empty where it is the same. */
  readonly why: string;
  /** Whether it can be read: a file, and not far larger than it was. */
  readonly isUsable: boolean;
}

/** A file that changed may have grown so far: twice, and some. */
const GROWTH = { times: 2, bytes: 2 ** 20 } as const;

/**
 * Holds a file against its record. One of another size is not read for it: what was
 * put in its place may be endless.
 *
 * @param path Where it must be.
 * @param record Its size and hash.
 * @returns Whether it is the same, and why not.
 */
export async function sameFile(
  path: string,
  { sha256, bytes }: Pick<FileRecord, "sha256" | "bytes">,
): Promise<FileState> {
  const changed = (why: string, isUsable = false): FileState => (
    { state: "changed", why, isUsable }
  );
  const most = bytes * GROWTH.times + GROWTH.bytes;
  try {
    const info = await Deno.stat(path);
    if (!info.isFile) return changed("it is no file");
    if (info.size !== bytes) {
      return changed(
        `it had ${bytes} bytes and has ${info.size}`,
        info.size <= most,
      );
    }
    const now = await sha256OfFile(path);
    return now.sha256 === sha256
      ? { state: "holds", why: "", isUsable: true }
      : changed("its SHA-256 differs", true);
  } catch (error) {
    if (isGone(error)) {
      return { state: "missing", why: "it is not there", isUsable: false };
    }
    return changed("it cannot be read");
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.NotADirectory;
}
