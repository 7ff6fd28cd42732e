import type { RunRecord } from "../../report/report_input.ts";
import { modelContents } from "../store/model_contents.ts";
import type { Check } from "./check.ts";
import type { Recomputed } from "./recompute.ts";
import { missingText } from "./missing_text.ts";
import type { FoundModel } from "./stored_model.ts";

/**
 * Says what came of a run's model. One that is not stored holds where it was
 * trained again and learned the same: nobody keeps a model for each report.
 *
 * @param run The run's record.
 * @param context Whether it was stored; the run made again, or a clause that says
 *   why it could not be; whether it was looked for elsewhere.
 * @returns Whether the model holds.
 */
export function modelCheck(
  { model }: Pick<RunRecord, "model">,
  { found, again, looked }: {
    readonly found: FoundModel;
    readonly again: Recomputed | string;
    readonly looked: boolean;
  },
): Check {
  const name = `${model.name} ${model.version}`;
  const { state, why } = found;
  if (typeof again === "string" || again.trainedSeconds === null) {
    // Where the run was made again, nobody needs to look for it.
    const isLost = state === "missing" && typeof again === "string";
    const text = isLost ? missingText(why, { looked }) : why;
    return { of: "model", state, text: `${name}: ${text}` };
  }
  const seconds = again.trainedSeconds.toFixed(1);
  const trained = `${name}: ${why}; trained again in ${seconds} s`;
  if (model.contents === undefined) {
    // Whether it is the same, only the scores can tell.
    return { of: "model", state: holdsIf(state), text: trained };
  }
  const isSame = modelContents(again.evaluated.model) === model.contents;
  return isSame
    ? {
      of: "model",
      state: holdsIf(state),
      text: `${trained}, learned the same`,
    }
    : {
      of: "model",
      state: "changed",
      text: `${trained}, learned something else`,
    };
}

function holdsIf(state: FoundModel["state"]): "holds" | "changed" {
  return state === "changed" ? "changed" : "holds";
}
