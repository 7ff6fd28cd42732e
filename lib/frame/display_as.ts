/** The forms in which a notebook shows a value, by MIME type. */
export type Forms = Readonly<Record<string, string>>;

const DISPLAY = Symbol.for("Jupyter.display");

/**
 * Makes a value show itself when it is the last one of a notebook's cell.
 *
 * The property is not enumerable: JSON, copies and comparisons of the value do
 * not see it.
 *
 * @param value The value, changed in place.
 * @param forms Gives its forms, the best first; called when it is shown.
 * @returns The value.
 *
 * @example Usage
 * ```ts
 * import { displayAs } from "@lib/frame/display_as.ts";
 * import assert from "node:assert/strict";
 *
 * const load = displayAs({ load: 0.5 }, () => ({ "text/plain": "load 0.5" }));
 * assert.deepEqual(load, { load: 0.5 });
 * ```
 */
export function displayAs<T extends object>(
  value: T,
  forms: () => Forms | Promise<Forms>,
): T {
  return Object.defineProperty(value, DISPLAY, {
    value: forms,
    enumerable: false,
    configurable: true,
    writable: true,
  });
}
