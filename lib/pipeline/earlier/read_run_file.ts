import { InputError } from "../../errors.ts";
import { shownPath } from "../base/paths.ts";

/** No file of a run that anybody has read is larger. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Reads a file that another run left behind.
 *
 * @param file The file.
 * @returns Its text, and its name as readers know it.
 * @throws {InputError} If it cannot be read.
 */
export async function readRunFile(
  file: string,
): Promise<[text: string, path: string]> {
  const path = shownPath(file);
  const refuse = (rule: string, cause?: unknown) =>
    new InputError(`use ${path}`, rule, { cause });
  const info = await Deno.stat(file).catch((cause) => {
    throw refuse("it must be a file that can be read", cause);
  });
  if (!info.isFile) throw refuse("it must be a file");
  if (info.size > MOST_BYTES) throw refuse("it must be below 64 MiB");
  const text = await Deno.readTextFile(file).catch((cause) => {
    throw refuse("it must be a file that can be read", cause);
  });
  return [text, path];
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
