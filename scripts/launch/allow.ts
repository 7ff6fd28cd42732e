import { dirname } from "node:path";
import { InputError } from "../../lib/errors.ts";

/**
 * Writes a permission on paths as `deno run` takes it.
 *
 * A comma parts two paths and cannot be escaped (`,,` does not work in Deno 2.9):
 * to read a path with one, the folder above stands; to write one is refused.
 *
 * @param name The permission.
 * @param paths Absolute paths.
 * @returns One argument, or none where there are no paths.
 * @throws {InputError} If a path is to be written and has a comma, or is to be
 *   read and no folder but the root is above the comma.
 *
 * @example Usage
 * ```ts
 * import { allow } from "./allow.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(allow("read", ["/a/b", "/a/c,d/e"]), ["--allow-read=/a/b,/a"]);
 * assert.deepEqual(allow("write", []), []);
 * ```
 */
export function allow(
  name: "read" | "write" | "ffi",
  paths: readonly string[],
): readonly string[] {
  // Without a value it would allow everything.
  if (paths.length === 0) return [];
  const sayable = paths.map((path) =>
    path.includes(",") ? folderOf(path, name) : path
  );
  return [`--allow-${name}=${[...new Set(sayable)].join(",")}`];
}

function folderOf(path: string, name: "read" | "write" | "ffi"): string {
  if (name === "write") {
    throw new InputError(`write ${path}`, "its path must hold no comma", {
      hint: "Deno takes it for two paths; rename it, or give another --out",
    });
  }
  let folder = dirname(path);
  while (folder.includes(",")) folder = dirname(folder);
  if (dirname(folder) !== folder) return folder;
  throw new InputError(
    `read ${path}`,
    "a comma must not stand in the first name of its path",
    { hint: "Deno takes it for two paths; move or rename it" },
  );
}
