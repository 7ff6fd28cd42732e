import { InputError } from "../../errors.ts";

/** The files hold no times: their authors sampled once a minute. */
export const STEP_MS = 60_000;

/**
 * Names a column that has no name.
 *
 * @param number Its number, counted from 1.
 * @returns Such as `"metric-07"`.
 */
export function columnName(number: number): string {
  return `metric-${String(number).padStart(2, "0")}`;
}

/**
 * Reads a text file that must be there.
 *
 * @param file The path.
 * @returns Its text.
 * @throws {InputError} If it is not there.
 */
export async function readText(file: string): Promise<string> {
  try {
    return await Deno.readTextFile(file);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new InputError(`read ${file}`, "it must be there", { cause });
  }
}
