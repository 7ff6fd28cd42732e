import { InputError, type InputErrorDetails } from "../../errors.ts";

/** A larger file is something else. */
const MAX_BYTES = 2 ** 20;

/**
 * Reads a file of parameters.
 *
 * @param file A JSON file with one object, its names those of the flags.
 * @returns The object, not checked further.
 * @throws {InputError} If it is absent, no file, no JSON or no object.
 */
export async function readParamsFile(
  file: string,
): Promise<Record<string, unknown>> {
  const value = parse(await textOf(file), file);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InputError(
      `read ${file}`,
      "a parameters file must hold one JSON object",
    );
  }
  return { ...value };
}

async function textOf(file: string): Promise<string> {
  const refuse = (rule: string, details: InputErrorDetails = {}) =>
    new InputError(`read ${file}`, `a parameters file must ${rule}`, details);
  try {
    const { isFile, size } = await Deno.stat(file);
    // A pipe may never end.
    if (!isFile) throw refuse("be a file");
    if (size > MAX_BYTES) throw refuse("be 1 MiB at most", { got: size });
    return await Deno.readTextFile(file);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    if (cause instanceof Deno.errors.NotFound) {
      throw refuse("be there", { hint: "there is no such file", cause });
    }
    const hint = cause instanceof Error ? cause.message.split("\n")[0] : "";
    throw refuse("be readable", { ...(hint ? { hint } : {}), cause });
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const hint = cause instanceof Error ? cause.message.split("\n")[0] : "";
    throw new InputError(
      `read ${file}`,
      "a parameters file must hold JSON",
      { ...(hint ? { hint } : {}), cause },
    );
  }
}
