import type { Evaluation } from "../../measure/evaluation.ts";
import { countText } from "../../report/words.ts";
import { toJson } from "../base/to_json.ts";
import type { Check } from "./check.ts";
import { differences } from "./differences.ts";
import { readJson } from "./read_json.ts";

/**
 * Holds `evaluation.json` against the evaluation that the same input gives now.
 *
 * @param file The file.
 * @param evaluation What it is now.
 * @param options Names of parts that are passed over.
 * @returns Whether it holds.
 */
export async function compareEvaluation(
  file: string,
  evaluation: Evaluation,
  options: { readonly passOver: readonly string[] },
): Promise<Check> {
  const changed = (text: string): Check => (
    { of: "evaluation", state: "changed", text }
  );
  const read = await readJson(file);
  if ("why" in read) return changed(`evaluation.json: ${read.why}`);
  const now: unknown = JSON.parse(toJson(evaluation));
  const [first, ...more] = differences(read.value, now, options);
  if (first === undefined) {
    return {
      ...{ of: "evaluation", state: "holds" },
      text: options.passOver.includes("labels")
        ? "thresholds and rates"
        : "thresholds, rates and what labels say",
    };
  }
  const others = more.length === 0
    ? ""
    : `, and ${countText(more.length, "more difference")}`;
  return changed(`${first}${others}`);
}
