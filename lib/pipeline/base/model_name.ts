/**
 * Tells whether a text can name a model, and so a folder: letters, digits, `.`,
 * `_` and `-`, beginning with a letter or digit, 100 at most.
 *
 * @param text Any text.
 * @returns Whether it can.
 */
export function isModelName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(text);
}

/**
 * Makes a model's name of a host's name.
 *
 * @param host The host.
 * @returns The host, with what no folder name should hold replaced.
 *
 * @example Usage
 * ```ts
 * import { modelNameOf } from "@lib/pipeline/base/model_name.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(modelNameOf("../db 1:9100"), "db-1-9100");
 * ```
 */
export function modelNameOf(host: string): string {
  const name = host
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[._-]+/, "");
  return [...name].slice(0, 100).join("") || "model";
}
