import { readParamsFile } from "./params_file.ts";
import { fromRoot } from "../base/paths.ts";

/** The environment's variable that names a file with parameters. */
const VARIABLE = "PARAMS";

/**
 * Reads a notebook's parameters: its own, and above them those of the file that
 * the environment names with `PARAMS` (`deno task notebooks --params FILE`).
 *
 * @param parse Checks the parameters and fills in defaults.
 * @param own What the notebook itself says, by the names of the flags.
 * @returns What `parse` makes of them.
 * @throws {InputError} If the file is no JSON object, or `parse` refuses it.
 *
 * @example Usage
 * ```ts
 * import { parseParams } from "@lib/pipeline/params/params.ts";
 * import { readParams } from "@lib/pipeline/params/read_params.ts";
 * import assert from "node:assert/strict";
 *
 * const params = await readParams(parseParams, { train: "normal.parquet" });
 * assert.deepEqual(params.train, ["normal.parquet"]);
 * ```
 */
export async function readParams<Params>(
  parse: (input: unknown) => Params,
  own: Readonly<Record<string, unknown>> = {},
): Promise<Params> {
  const file = Deno.env.get(VARIABLE);
  return parse(
    file ? { ...own, ...await readParamsFile(fromRoot(file)) } : own,
  );
}
