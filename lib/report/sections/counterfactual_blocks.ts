import type { Counterfactual, Incident } from "../../detect/incident.ts";
import type { Block, Table } from "../document.ts";
import {
  type IncidentSentenceOptions,
  incidentTime,
} from "../incident_sentence.ts";
import type { NumberedIncident } from "../report_view.ts";
import { countText, listText, nameText, scoreText } from "../words.ts";

/** Names of sets by their size. */
const SETS = ["", "other metrics", "pairs", "sets of three", "sets of four"];
const FIVE = "sets of five";

/**
 * Says which few signals would have cleared an incident's alarm, had they been as
 * the model expects them from the other metrics, beside random ones.
 *
 * @param incident The incident.
 * @param options How times are written.
 * @returns A few sentences; `""` where nothing was computed.
 */
export function counterfactualText(
  incident: Pick<Incident, "start" | "end" | "counterfactual">,
  options: IncidentSentenceOptions,
): string {
  const { counterfactual: found } = incident;
  if (found === null || found.features.length === 0) return "";
  const names = listText(found.features.map(nameText));
  const before = `(alarm at 1; it was ${scoreText(found.scoreBefore)})`;
  const verdict = found.clears
    ? `If ${names} had been as the model expects from the other metrics, the ` +
      `score would have stayed at ${scoreText(found.scoreAfter)} ${before}.`
    : `None of the ${countText(found.tried, "set")} of at most five metrics ` +
      `that were tried does. Had ${names} been as the model expects from the other ` +
      "metrics, the score would still have reached " +
      `${scoreText(found.scoreAfter)} ${before}.`;
  return [
    "What would clear the alarm?",
    verdict,
    found.clears ? neededText(found) : "",
    randomText(found),
    stretchText(incident, found.steps, options),
  ].filter((text) => text !== "").join(" ");
}

/** Whether fewer would do. */
function neededText({ features, leaveOneOut }: Counterfactual): string {
  if (features.length < 2) return "";
  const least = Math.min(...leaveOneOut.map(({ scoreAfter }) => scoreAfter));
  return features.length === 2
    ? "One of them alone would not do."
    : `All are needed: with any one of them as measured, it still reaches ${
      scoreText(least)
    } or more.`;
}

function randomText({ features, random }: Counterfactual): string {
  const { sets, medianScoreAfter, clears } = random;
  if (medianScoreAfter === null) return "";
  const kind = SETS[features.length] ?? FIVE;
  return `Of ${sets} random ${kind} ${
    clears === 0 ? "none does" : clears === 1 ? "1 does" : `${clears} do`
  } (median score ${scoreText(medianScoreAfter)}).`;
}

function stretchText(
  { start, end }: Pick<Incident, "start" | "end">,
  steps: Counterfactual["steps"],
  options: IncidentSentenceOptions,
): string {
  const isWhole = Date.parse(steps.start) === Date.parse(start) &&
    Date.parse(steps.end) === Date.parse(end);
  return isWhole
    ? ""
    : `Judged around the peak only, ${incidentTime(steps, options)}.`;
}

/**
 * Shows what the claim of a counterfactual can be checked by, where it has several
 * signals.
 *
 * @param one The incident.
 * @returns A table, or nothing where the set has one signal or was not computed.
 */
export function counterfactualBlocks(
  { incident: { counterfactual }, number }: NumberedIncident,
): Block[] {
  if (counterfactual === null || counterfactual.features.length < 2) return [];
  const { scoreBefore, scoreAfter } = counterfactual;
  return [{
    ...counterfactualTable(counterfactual),
    caption:
      `What would clear the alarm of #${number}: its highest score, in ` +
      "multiples of the threshold, with metrics imputed by the model from the " +
      "others: a signal alone, or all of these but the signal. As measured " +
      `${scoreText(scoreBefore)}, with all of them imputed ${
        scoreText(scoreAfter)
      }.`,
  }];
}

/**
 * Shows each signal of a set alone and left out.
 *
 * @param counterfactual The set.
 * @returns The table, without a caption.
 */
export function counterfactualTable(
  { leaveOneOut }: Counterfactual,
): Table {
  return {
    kind: "table",
    caption: "",
    columns: [
      { title: "Signal", align: "left", weight: 2 },
      { title: "Imputed alone", align: "right", weight: 1 },
      { title: "All but it", align: "right", weight: 1 },
    ],
    rows: leaveOneOut.map(({ feature, scoreAlone, scoreAfter }) => [
      nameText(feature),
      `${scoreText(scoreAlone)} ×`,
      `${scoreText(scoreAfter)} ×`,
    ]),
  };
}
