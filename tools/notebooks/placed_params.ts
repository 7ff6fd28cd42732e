import { readParamsFile } from "../../lib/pipeline/params/params_file.ts";
import { placePaths } from "../../scripts/flags.ts";
import { fromUser } from "../../scripts/user_path.ts";

/** A file with parameters for notebooks, which goes when it is no longer used. */
export interface PlacedParams extends AsyncDisposable {
  /** Where it is; `null` where nobody gave parameters. */
  readonly file: string | null;
}

/**
 * Copies a file of parameters, its paths made absolute: a kernel stands in the
 * notebooks' folder, the user somewhere else.
 *
 * @param file As the user typed it; `""` for none.
 * @returns The copy.
 * @throws {InputError} If it is absent, no JSON or no object.
 */
export async function placedParams(file: string): Promise<PlacedParams> {
  if (file === "") {
    return { file: null, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const params = placePaths(await readParamsFile(fromUser(file)));
  const copy = await Deno.makeTempFile({ suffix: ".json" });
  await Deno.writeTextFile(copy, JSON.stringify(params));
  return { file: copy, [Symbol.asyncDispose]: () => Deno.remove(copy) };
}
