import type { RunRecord } from "../../report/report_input.ts";
import { countText } from "../../report/words.ts";
import type { Check } from "./check.ts";
import { differences } from "./differences.ts";

/** They name places, or what ran it. */
const OF_ONE_PLACE: readonly string[] = [
  ...["data", "train", "model", "labels", "exclude", "earlier", "out"],
  ...["engine", "name"],
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
  now: Pick<RunRecord, "parameters" | "seed" | "split">,
): Check {
  const of = ({ parameters, seed, split }: typeof now) => (
    { parameters, seed, split }
  );
  const [first, ...more] = differences(of(then), of(now), {
    passOver: OF_ONE_PLACE,
  });
  if (first === undefined) {
    const count = Object.keys(then.parameters).length;
    const text = countText(count, "parameter");
    return { of: "parameters", state: "holds", text };
  }
  const others = more.length === 0
    ? ""
    : `, and ${countText(more.length, "more difference")}`;
  return { of: "parameters", state: "changed", text: `${first}${others}` };
}
