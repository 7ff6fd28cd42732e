const ROOT = new URL("../../", import.meta.url).pathname;

/**
 * Gives the path of a linted file from the project's root.
 *
 * @param filename As the linter names it: absolute, or from the root.
 * @returns The path from the root, with `/`.
 */
export function sourcePath(filename: string): string {
  const path = filename.replaceAll("\\", "/").replace(/^file:\/\//, "");
  return path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
}
