import { InputError } from "@lib/errors.ts";

/**
 * Reads a file of parameters.
 *
 * @param file A JSON file with one object, its names those of the flags.
 * @returns The object, not checked further.
 * @throws {InputError} If it is absent, no JSON or no object.
 */
export async function readParamsFile(
  file: string,
): Promise<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(await Deno.readTextFile(file));
  } catch (cause) {
    throw new InputError(
      `read ${file}`,
      "a parameters file must be there and hold JSON",
      {
        cause,
      },
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InputError(
      `read ${file}`,
      "a parameters file must hold one JSON object",
    );
  }
  return { ...value };
}
