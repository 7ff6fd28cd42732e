import { InputError } from "../../errors.ts";
import { shownPath } from "../base/paths.ts";
import { type NotRead, readLimited, textOf } from "../base/read_limited.ts";

/** No file of a run that anybody has read is larger. */
const MOST_BYTES = 64 * 2 ** 20;

/** What a file must be that could not be read. */
const RULES: Readonly<Record<NotRead["problem"], string>> = {
  unreadable: "it must be a file that can be read",
  "no file": "it must be a file",
  "too large": "it must be below 64 MiB",
};

/**
 * Reads a file that another run left behind.
 *
 * @param file The file.
 * @returns Its text, its name as readers know it, and its bytes.
 * @throws {InputError} If it cannot be read.
 */
export async function readRunFile(
  file: string,
): Promise<[text: string, path: string, bytes: Uint8Array]> {
  const path = shownPath(file);
  const read = await readLimited(file, MOST_BYTES);
  if ("problem" in read) {
    const { problem, cause } = read;
    throw new InputError(`use ${path}`, RULES[problem], { cause });
  }
  return [textOf(read.bytes), path, read.bytes];
}

/**
 * Does what may fail for what another run left behind.
 *
 * @param work The work.
 * @returns What came of it, or a sentence about why nothing did.
 */
export async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly done: T } | { readonly problem: string }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problem: `${error.message}. This earlier run is passed over.` };
  }
}
