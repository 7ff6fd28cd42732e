import assert from "node:assert/strict";
import { join } from "node:path";
import type { TaskEnd } from "./run_task.ts";

/**
 * Asserts that a task refused its input as it must: exit code 1, nothing on
 * stdout, one line on stderr.
 *
 * @param end How the task ended.
 * @param says What the line must say.
 */
export function assertRefused(
  { code, stdout, stderr }: TaskEnd,
  says: RegExp,
): void {
  assert.equal(code, 1, stderr);
  assert.deepEqual(stdout, []);
  const lines = stderr.trimEnd().split("\n").filter((line) =>
    // What a task says before it has looked at all of its input is no error.
    !/^(No model and no --train|Training|train \d|Using|Scoring|Drawing)/.test(
      line,
    )
  );
  assert.equal(lines.length, 1, stderr);
  assert.match(lines[0] ?? "", /^Cannot /);
  assert.match(lines[0] ?? "", says);
}

/**
 * Lists all that lies in a folder, to see whether something changed it.
 *
 * @param folder The folder; its links are not followed.
 * @returns One line a file or folder, with size and time of the last change.
 */
export function treeOf(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = join(folder, name);
    const { size, mtime } = Deno.lstatSync(path);
    const line = `${path} ${isDirectory ? "" : size} ${mtime?.getTime()}`;
    return isDirectory ? [line, ...treeOf(path)] : [line];
  }).sort();
}
