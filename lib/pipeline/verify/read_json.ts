import { InputError } from "../../errors.ts";
import { readRunFile } from "../earlier/read_run_file.ts";

/**
 * Reads a JSON file of a run's folder.
 *
 * @param file The file.
 * @returns What it holds; or a clause that says why it cannot be read.
 */
export async function readJson(
  file: string,
): Promise<{ readonly value: unknown } | { readonly why: string }> {
  try {
    const [text] = await readRunFile(file);
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { why: "it is no JSON" };
    if (error instanceof InputError) return { why: error.message };
    throw error;
  }
}
