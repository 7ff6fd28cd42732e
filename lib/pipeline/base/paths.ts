import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Gives the place of a file of the project, wherever the program was started:
 * a notebook's kernel runs in `notebooks/`, a task in the project's folder.
 *
 * @param path Path from the project's folder; an absolute one stays as it is.
 * @returns An absolute path.
 *
 * @example Usage
 * ```ts
 * import { fromRoot } from "@lib/pipeline/base/paths.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(fromRoot("notebooks").endsWith("notebooks"));
 * assert.equal(fromRoot("/srv/metrics.csv"), "/srv/metrics.csv");
 * ```
 */
export function fromRoot(path: string): string {
  return isAbsolute(path) ? path : join(ROOT, path);
}

/**
 * Names a file the way a reader of a report finds it: from the project's
 * folder where it is inside, else whole.
 *
 * @param path An absolute path.
 * @returns The path to show.
 *
 * @example Usage
 * ```ts
 * import { fromRoot, shownPath } from "@lib/pipeline/base/paths.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(shownPath(fromRoot("data/samples")), "data/samples");
 * assert.equal(shownPath("/srv/metrics.csv"), "/srv/metrics.csv");
 * ```
 */
export function shownPath(path: string): string {
  const inside = relative(ROOT, path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}
