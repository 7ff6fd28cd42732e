import type { FileRecord } from "../../report/report_input.ts";
import { sha256OfFile } from "../base/hash.ts";

/** What a file is beside what was recorded of it. */
export interface FileState {
  /** Whether it is the same. */
  readonly state: "holds" | "changed" | "missing";
  /** Why not; empty where it is the same. */
  readonly why: string;
}

/**
 * Holds a file against its record. One of another size is not read: what was put
 * in its place may be endless.
 *
 * @param path Where it must be.
 * @param record Its size and hash.
 * @returns Whether it is the same, and why not.
 */
export async function sameFile(
  path: string,
  { sha256, bytes }: Pick<FileRecord, "sha256" | "bytes">,
): Promise<FileState> {
  const changed = (why: string) => ({ state: "changed", why }) as const;
  try {
    const info = await Deno.stat(path);
    if (!info.isFile) return changed("it is no file");
    if (info.size !== bytes) {
      return changed(`it had ${bytes} bytes and has ${info.size}`);
    }
    const now = await sha256OfFile(path);
    return now.sha256 === sha256
      ? { state: "holds", why: "" }
      : changed("its SHA-256 differs");
  } catch (error) {
    if (isGone(error)) return { state: "missing", why: "it is not there" };
    return changed("it cannot be read");
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.NotADirectory;
}
