import type { RunRecord } from "../../report/report_input.ts";
import { sha256 } from "../base/hash.ts";

/** A file of an earlier run, as an input of this one. */
export type EarlierFile = RunRecord["inputs"][number];

/**
 * Records a file that was read of an earlier run.
 *
 * @param bytes What it holds: a hash of its text would be another one where that
 *   is no clean UTF-8.
 * @param path Its name as readers know it.
 * @returns The record.
 */
export function earlierFile(bytes: Uint8Array, path: string): EarlierFile {
  return {
    ...{ role: "earlier", path },
    ...{ sha256: sha256(bytes), bytes: bytes.length },
  };
}
