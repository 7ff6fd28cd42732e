import { InputError } from "../../errors.ts";
import { nearest } from "../../pipeline/base/nearest.ts";
import { integer } from "../../pipeline/params/param_values.ts";
import {
  type ParamName,
  type Params,
  parseParams,
} from "../../pipeline/params/params.ts";

/** What the stability step is told. */
export interface StabilityParams {
  /** What is learned and scored, as the evaluate step takes it. */
  readonly run: Params;
  /** Seeds that are trained: 1, 2 and so on. */
  readonly seeds: number;
}

/** Those of a run that are about what is learned and scored. */
const RUN = [
  "data",
  "train",
  "labels",
  "exclude",
  "keep-all",
  "window",
  "hidden",
  "epochs",
  "alarm-budget",
  "half-life",
  "merge-gap",
  "min-duration",
  "start",
  "host",
  "metric",
  "counter",
  "decimal-comma",
  "from",
  "to",
] as const satisfies readonly ParamName[];

/** A parameter's name. */
export type StabilityParamName = (typeof STABILITY_PARAM_NAMES)[number];

/** The parameters' names, in the order of `--help`. */
export const STABILITY_PARAM_NAMES = [...RUN, "seeds"] as const;

/** How often one in five changes is what is asked. */
const DEFAULT_SEEDS = 5;

/** One says nothing; more take long. */
const SEEDS = [2, 100] as const;

/**
 * Reads the parameters of the stability step from anything.
 *
 * @param input An object with the names of the flags.
 * @returns Complete parameters.
 * @throws {InputError} For an unknown name or a wrong value.
 *
 * @example Usage
 * ```ts
 * import { parseStabilityParams } from "@lib/benchmark/stability/stability_params.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseStabilityParams({ window: 12 }).seeds, 5);
 * ```
 */
export function parseStabilityParams(
  input: Readonly<Record<string, unknown>>,
): StabilityParams {
  const { seeds, ...run } = input;
  const unknown = Object.keys(run).find((name) =>
    !STABILITY_PARAM_NAMES.some((known) => known === name)
  );
  if (unknown !== undefined) {
    throw new InputError("use params", "every name must be known", {
      got: unknown,
      hint: nearest(unknown, STABILITY_PARAM_NAMES) ??
        `known are ${STABILITY_PARAM_NAMES.join(", ")}`,
    });
  }
  return {
    run: parseParams(run),
    seeds: integer(seeds ?? DEFAULT_SEEDS, "seeds", SEEDS),
  };
}
