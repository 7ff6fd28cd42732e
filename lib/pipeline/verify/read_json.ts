import { basename, dirname } from "node:path";
import { InputError } from "../../errors.ts";
import { readRunFile } from "../earlier/read_run_file.ts";
import { LEADS_OUT, leadsOut } from "./leads_out.ts";

/**
 * Reads a JSON file of a run's folder.
 *
 * @param file The file.
 * @returns What it holds; or a clause that says why it cannot be read, or must
 *   not be: a link there may lead to anybody's file.
 */
export async function readJson(
  file: string,
): Promise<{ readonly value: unknown } | { readonly why: string }> {
  if (await leadsOut(dirname(file), basename(file))) return { why: LEADS_OUT };
  try {
    const [text] = await readRunFile(file);
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { why: "it is no JSON" };
    if (error instanceof InputError) return { why: error.message };
    throw error;
  }
}
