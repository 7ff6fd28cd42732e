import { dirname } from "node:path";

/**
 * Writes a permission on paths as `deno run` takes it.
 *
 * A comma parts two paths and cannot be escaped (`,,` does not work in Deno 2.9):
 * for a path with one the folder above stands.
 *
 * @param name The permission.
 * @param paths Absolute paths.
 * @returns One argument, or none where there are no paths.
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
  const sayable = paths.map((path) => {
    while (path.includes(",")) path = dirname(path);
    return path;
  });
  return [`--allow-${name}=${[...new Set(sayable)].join(",")}`];
}
