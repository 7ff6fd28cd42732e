import { isAbsolute, relative, resolve } from "node:path";

/**
 * Gives the folder where the user stands: `deno task` starts scripts in the
 * project's folder and tells where it was called.
 *
 * @returns An absolute path.
 */
export function userFolder(): string {
  return resolve(Deno.env.get("INIT_CWD") ?? Deno.cwd());
}

/**
 * Makes a path that the user typed absolute.
 *
 * @param path Relative to where the user stands, or absolute.
 * @returns An absolute path; nothing for nothing.
 */
export function fromUser(path: string): string {
  return path === "" ? path : resolve(userFolder(), path);
}

/**
 * Writes a path the way the user would type it from where they stand.
 *
 * @param path An absolute path.
 * @returns The path relative to the user's folder where it is inside.
 */
export function forUser(path: string): string {
  const inside = relative(userFolder(), path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}
