import { InputError } from "../../errors.ts";
import { ENGINE_CHOICES } from "../../model/engine.ts";
import { files, integer, oneOf } from "./param_values.ts";
import type { Params } from "./params.ts";
import { refuseContradictions } from "./refuse_contradictions.ts";

/** What the verify step is told. */
export interface VerifyParams extends Pick<Params, "engine" | "threads"> {
  /** Folders of runs, or of the runs of several hosts. */
  readonly runs: readonly string[];
  /** Folders or files to look in for inputs that are not where they were. */
  readonly inputs: readonly string[] | null;
}

/** The parameters' names, in the order of `--help`. */
export const VERIFY_PARAM_NAMES = [
  "run",
  "inputs",
  "engine",
  "threads",
] as const;

/** The name of such a parameter. */
export type VerifyParamName = (typeof VERIFY_PARAM_NAMES)[number];

/**
 * Reads the parameters of the verify step from anything.
 *
 * @param input An object with the names of the flags.
 * @returns Complete parameters.
 * @throws {InputError} If no run is named, or a value is wrong.
 *
 * @example Usage
 * ```ts
 * import { parseVerifyParams } from "@lib/pipeline/params/verify_params.ts";
 * import assert from "node:assert/strict";
 *
 * const { runs } = parseVerifyParams({ run: ["reports/sample"] });
 * assert.deepEqual(runs, ["reports/sample"]);
 * ```
 */
export function parseVerifyParams(
  { run, inputs, engine, threads }: Readonly<Record<string, unknown>>,
): VerifyParams {
  if (run === undefined || run === null) {
    throw new InputError("verify", "at least one run's folder must be named", {
      hint: inputs === undefined || inputs === null
        ? "such as deno task verify reports/sample"
        : "before --inputs: deno task verify reports/sample --inputs DIR",
    });
  }
  const params: VerifyParams = {
    runs: [...new Set(files(run, "run"))],
    inputs: inputs === undefined || inputs === null
      ? null
      : [...new Set(files(inputs, "inputs"))],
    engine: oneOf(engine ?? "auto", "engine", ENGINE_CHOICES),
    threads: threads === undefined || threads === null
      ? null
      : integer(threads, "threads", [1, 256]),
  };
  const none = { model: null, given: [], from: null, to: null };
  refuseContradictions({ ...none, ...params });
  return params;
}
