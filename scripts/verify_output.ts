import { InputError } from "../lib/errors.ts";
import type { Check } from "../lib/pipeline/verify/check.ts";
import type { VerifyResult } from "../lib/pipeline/verify/verify_all.ts";
import { countText } from "../lib/report/words.ts";
import { aligned } from "./aligned.ts";
import type { TaskOutput } from "./task.ts";
import { forUser } from "./user_path.ts";

/** Runs that do not hold are named up to so many in the last line. */
const MOST_NAMED = 3;

/**
 * Prints what of runs still holds.
 *
 * @param results The runs.
 * @returns A line for each thing that was looked at, and the verdict; as JSON an
 *   array of one object a run.
 */
export function verifyOutput(results: readonly VerifyResult[]): TaskOutput {
  const bad = results.filter((one) => !holds(one));
  const [only] = results;
  const all = countText(results.length, "run");
  const last = results.length === 1 && only
    ? `${forUser(only.folder)} ${holds(only) ? "holds" : "does not hold"}`
    : bad.length === 0
    ? `${all} hold`
    : `${bad.length} of ${all} do not hold`;
  return {
    lines: results.flatMap((
      one,
    ) => [`${forUser(one.folder)}:`, ...linesOf(one)]),
    last,
    json: results.map((one) => ({
      ...one,
      folder: forUser(one.folder),
      holds: holds(one),
    })),
    ...(bad.length === 0 ? {} : { failure: failureText(bad) }),
  };
}

function holds(one: VerifyResult): boolean {
  return "holds" in one && one.holds;
}

function linesOf(one: VerifyResult): string[] {
  if ("problem" in one) return [`  ${one.problem}`];
  const rows = one.checks.map(({ state, of, text }) => [state, of, text]);
  return [
    ...aligned(rows, () => "left"),
    ...one.notes,
  ].map((line) => `  ${line}`);
}

function failureText(bad: readonly VerifyResult[]): string {
  const more = bad.length - MOST_NAMED;
  return [
    ...bad.slice(0, MOST_NAMED).map(failureOf),
    ...(more > 0 ? [`${countText(more, "more run")} that do not hold`] : []),
  ].join("; ");
}

function failureOf(one: VerifyResult): string {
  if ("problem" in one) return one.problem;
  const parts = one.checks.filter(({ state }) => state !== "holds").map(partOf);
  return new InputError(
    `vouch for ${forUser(one.folder)}`,
    "all of it must hold",
    { hint: [...new Set(parts)].join(", ") },
  ).message;
}

function partOf({ of, state }: Check): string {
  return `${of} ${state}`;
}
