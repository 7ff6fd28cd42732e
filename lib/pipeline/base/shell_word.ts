/**
 * Writes text as one word of a command line.
 *
 * @param text Any text.
 * @returns It, quoted where a POSIX shell would read it otherwise.
 *
 * @example Usage
 * ```ts
 * import { shellWord } from "@lib/pipeline/base/shell_word.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(shellWord("web-1:9100"), "web-1:9100");
 * assert.equal(shellWord("it's"), "'it'\\''s'");
 * ```
 */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;
}
