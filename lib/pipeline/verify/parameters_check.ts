import { InputError } from "../../errors.ts";
import type { RunRecord } from "../../report/report_input.ts";
import { countText } from "../../report/words.ts";
import type { Check } from "./check.ts";
import { differences } from "./differences.ts";
import { paramsAgain } from "./params_again.ts";

/** They name places, or what ran it. */
const OF_ONE_PLACE: readonly string[] = [
  ...["data", "train", "model", "labels", "exclude", "earlier", "out"],
  ...["engine", "threads", "name"],
];

/**
 * Holds the recorded parameters against those that the model was trained with and
 * the run made again from: a seed or a window that was edited shows here.
 *
 * @param then The run's record.
 * @param now The record of the run made again.
 * @returns Whether they are the same.
 */
export function parametersCheck(
  then: RunRecord,
  now: Pick<RunRecord, "parameters" | "origins" | "seed" | "split">,
): Check {
  const of = ({ parameters, seed, split }: typeof now) => (
    { parameters, seed, split }
  );
  // An earlier whenwhy recorded no defaults.
  const untold = then.origins !== undefined
    ? []
    : (now.origins?.default ?? []).filter((name) =>
      !Object.hasOwn(then.parameters, name)
    );
  const [first, ...more] = [
    ...modelKind(then),
    ...differences(of(then), of(now), {
      passOver: [...OF_ONE_PLACE, ...untold],
    }),
  ];
  if (first === undefined) {
    const names = Object.keys(then.parameters)
      .filter((name) => !OF_ONE_PLACE.includes(name));
    const text = countText(names.length, "parameter");
    return { of: "parameters", state: "holds", text };
  }
  const others = more.length === 0
    ? ""
    : `, and ${countText(more.length, "more difference")}`;
  return { of: "parameters", state: "changed", text: `${first}${others}` };
}

/**
 * Says of parameters what can be said where the run cannot be made again.
 *
 * @param run The run's record.
 * @param why What it takes and is not there.
 * @returns Unchecked, or changed where they contradict the run's inputs.
 */
export function uncheckedParameters(run: RunRecord, why: string): Check {
  const [text] = [...modelKind(run), ...unusable(run)];
  return text === undefined
    ? { of: "parameters", state: "unchecked", text: why }
    : { of: "parameters", state: "changed", text };
}

/** What no run can have been told, the record was given by somebody. */
function unusable(run: RunRecord): string[] {
  const none = {
    engine: "auto",
    threads: null,
    folder: ".",
    model: null,
  } as const;
  try {
    paramsAgain(run, [], none);
    return [];
  } catch (error) {
    if (error instanceof InputError) return [error.message];
    throw error;
  }
}

/** A run that names a model learned from no file, and one that names none did. */
function modelKind({ parameters, inputs, split }: RunRecord): string[] {
  const isNamed = typeof parameters.model === "string";
  const hasLesson = inputs.some(({ role }) => role === "train");
  if (isNamed && hasLesson) {
    return ["model is named, and its inputs say that it was learned"];
  }
  // Of a model that is named the split is its own.
  if (!isNamed && !hasLesson && split === null) {
    return ["model is not named, and no input says what it was learned from"];
  }
  return [];
}
