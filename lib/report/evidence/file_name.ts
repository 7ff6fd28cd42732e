/**
 * Takes the name of a file from its path, as any system writes it.
 *
 * @param path The path.
 * @returns What follows its last `/` or `\`.
 *
 * @example Usage
 * ```ts
 * import { fileName } from "@lib/report/evidence/file_name.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(fileName("data\\raw/server-1.csv"), "server-1.csv");
 * ```
 */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
