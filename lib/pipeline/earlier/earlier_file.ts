import type { RunRecord } from "../../report/report_input.ts";
import { sha256 } from "../base/hash.ts";

/** A file of an earlier run, as an input of this one. */
export type EarlierFile = RunRecord["inputs"][number];

/**
 * Records a file that was read of an earlier run.
 *
 * @param text Its text.
 * @param path Its name as readers know it.
 * @returns The record.
 */
export function earlierFile(text: string, path: string): EarlierFile {
  const bytes = new TextEncoder().encode(text);
  return {
    ...{ role: "earlier", path },
    ...{ sha256: sha256(bytes), bytes: bytes.length },
  };
}
