import type { RunRecord } from "../../report/report_input.ts";
import { PARAM_NAMES, type Params, parseParams } from "../params/params.ts";
import { TRAINING_PARAMS } from "../params/refuse_contradictions.ts";
import type { CheckedInput } from "./check_inputs.ts";

/** They name files, which the record's inputs do, or say how to compute. */
const NOT_TAKEN: readonly string[] = [
  ...["data", "train", "model", "labels", "exclude", "earlier", "out"],
  ...["engine", "threads"],
];

/** With which model and on what a run is made again. */
export interface AgainOptions extends Pick<Params, "engine" | "threads"> {
  /** The run's folder, which is none of its earlier ones. */
  readonly folder: string;
  /** The folder of the model that scores; `null`: what is learned. */
  readonly model: string | null;
}

/**
 * Makes the parameters of a run again from its record. Files are those that were
 * held against their hashes; labels that are not what they were are left out.
 *
 * @param run The run's record.
 * @param inputs Its inputs.
 * @param options Model and engine.
 * @returns The parameters.
 * @throws {InputError} If the record holds some that cannot be.
 */
export function paramsAgain(
  { parameters }: Pick<RunRecord, "parameters">,
  inputs: readonly CheckedInput[],
  { folder, model, engine, threads }: AgainOptions,
): Params {
  const of = (role: CheckedInput["role"]) =>
    inputs.filter((input) => input.role === role);
  const files = (role: CheckedInput["role"]) =>
    of(role).length === 0 ? null : of(role).map(({ file }) => file);
  const same = (role: CheckedInput["role"]) =>
    of(role).find(({ state }) => state === "holds")?.file ?? null;
  // What a stored model was trained with is recorded too, and is not asked again.
  const left = model === null ? [] : TRAINING_PARAMS;
  const names = PARAM_NAMES.filter((name) => !NOT_TAKEN.includes(name))
    .filter((name) => !left.includes(name));
  return parseParams({
    ...Object.fromEntries(names.map((name) => [name, parameters[name]])),
    ...{ data: files("data"), labels: same("labels"), model },
    ...(model === null
      ? { train: files("train"), exclude: same("exclude") }
      : {}),
    ...{ out: folder, engine, threads },
  });
}
