import type { RunRecord } from "../../report/report_input.ts";
import type { CheckedInput } from "./check_inputs.ts";
import type { FoundModel } from "./stored_model.ts";

/** How a run is made again. */
export interface HowAgain {
  /** The model that scores; `null`: it is trained again. */
  readonly stored: Extract<FoundModel, { state: "holds" }> | null;
  /** Whether what was learned from is read as well, or what is scored alone. */
  readonly reads: "lesson" | "stored";
}

/** What of a run that was made again cannot be compared. */
export interface LeftOut {
  /** Names of parts of incidents and of the evaluation. */
  readonly passOver: readonly string[];
  /** Why not: a clause for each reason. */
  readonly because: readonly string[];
}

/**
 * Says what is wrong with data that changed. What stands there now may be anybody's
 * file that a forged record names: nothing of it is ever said.
 */
export const UNUSABLE = "its data is not what it was and cannot be used";

/**
 * Decides with which model and from which files a run is made again.
 *
 * @param run The run's record.
 * @param looked Its inputs, held against their hashes, and its model.
 * @returns How; or a clause that says what it takes and is not there.
 */
export function howAgain(
  run: Pick<RunRecord, "parameters" | "split">,
  { inputs, found }: {
    readonly inputs: readonly CheckedInput[];
    readonly found: FoundModel;
  },
): HowAgain | string {
  const data = inputs.filter(({ role }) => role === "data");
  if (data.length === 0 || data.some(({ state }) => state === "missing")) {
    return "its data is not there";
  }
  const stored = found.state === "holds" ? found : null;
  const isLearned = typeof run.parameters.model !== "string";
  const lessonHolds = areSame(inputs, ["train", "exclude"]) &&
    (run.split === null || areSame(inputs, ["data"]));
  if (stored === null && !isLearned) return `its model: ${found.why}`;
  if (stored === null && !lessonHolds) {
    return `its model: ${found.why}, and what it learned from is not what it was`;
  }
  // Cut from one table, both parts are read from it in any case.
  const reads = isLearned && (lessonHolds || run.split !== null)
    ? "lesson"
    : "stored";
  return changedIn(inputs, reads).every(({ isUsable }) => isUsable)
    ? { stored, reads }
    : UNUSABLE;
}

/**
 * Names the files that are read and are not what they were.
 *
 * @param inputs The run's inputs.
 * @param reads What is read.
 * @returns Those of them.
 */
export function changedIn(
  inputs: readonly CheckedInput[],
  reads: HowAgain["reads"],
): readonly CheckedInput[] {
  return inputs.filter(({ role, state }) =>
    state === "changed" &&
    (role === "data" || role === "train" && reads === "lesson")
  );
}

/**
 * Tells what cannot be compared for what is not there, or is not what it was.
 *
 * @param run The run's record.
 * @param inputs Its inputs.
 * @param reads What is read.
 * @returns The parts, and why.
 */
export function leftOut(
  run: Pick<RunRecord, "parameters">,
  inputs: readonly CheckedInput[],
  reads: HowAgain["reads"],
): LeftOut {
  const isLearned = typeof run.parameters.model !== "string";
  const rests = reads === "stored" && isLearned
    ? { earlyWarnings: "early warnings rest on what was learned from, too" }
    : {};
  const marks = areSame(inputs, ["labels"])
    ? {}
    : { labels: "what is held against labels rests on them" };
  const because = { ...rests, ...marks };
  return {
    passOver: [
      ...Object.keys(because),
      ...("earlyWarnings" in because ? ["warnedOf"] : []),
      // They tell of labels as well.
      ...("labels" in marks ? ["replay", "mark"] : []),
    ],
    because: Object.values(because),
  };
}

function areSame(
  inputs: readonly CheckedInput[],
  roles: readonly CheckedInput["role"][],
): boolean {
  return inputs.every(({ role, state }) =>
    state === "holds" || !roles.includes(role)
  );
}
