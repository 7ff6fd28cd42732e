import { InputError } from "../../errors.ts";

/** What a person can do about what the system refuses, by its code. */
const REFUSALS: ReadonlyMap<string, readonly [rule: string, hint: string]> =
  new Map([
    ["ENOSPC", ["its disk must have space left", "free some and try again"]],
    ["EDQUOT", ["your quota must have space left", "free some and try again"]],
    ["EROFS", ["its disk must be writable", "it is mounted read-only"]],
    ["EACCES", ["you must have the right to write there", ""]],
    ["EPERM", ["you must have the right to write there", ""]],
    ["NotCapable", [
      "it must be a place to write to",
      "name another folder, such as one in your home",
    ]],
    ["ENOTDIR", ["what it lies in must be a folder", "it lies in a file"]],
    ["ENAMETOOLONG", ["its name must be shorter", ""]],
  ]);

/** What the system refused to write: not the fault of what was to be written. */
export class WriteRefusal extends InputError {}

/**
 * Writes, and says what the system refused in one line, as something a person
 * can mend.
 *
 * @param path What is written.
 * @param work Writes it.
 * @throws {WriteRefusal} If the system refused.
 */
export async function explained(
  path: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (cause instanceof InputError) throw cause;
    const refused = "code" in cause || cause instanceof Deno.errors.NotCapable;
    if (!refused) throw cause;
    const code = "code" in cause ? String(cause.code) : cause.name;
    const [rule, hint] = REFUSALS.get(code) ??
      ["it must be a place to write to", ""];
    // A code of ours would tell a reader nothing.
    const got = code === "NotCapable" ? {} : { got: code };
    throw new WriteRefusal(`write ${path}`, rule, { ...got, hint, cause });
  }
}
