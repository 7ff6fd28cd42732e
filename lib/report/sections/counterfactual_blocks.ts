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

/** Where so large a share of random sets does as well, any would. */
const ANY = 0.5;

/** From so many times the measured score on a median is plainly above it. */
const WORSE = 1.2;

const EXPECTED = "as the model expects from the other metrics";

/**
 * Says which few signals would have cleared an incident's alarm, had they been as
 * the model expects them from the other metrics, beside random ones.
 *
 * @param incident The incident.
 * @param options How times are written.
 * @returns A few sentences; `""` where nothing was computed.
 */
export function counterfactualText(
  incident: Pick<Incident, "start" | "end" | "peakScore" | "counterfactual">,
  options: IncidentSentenceOptions,
): string {
  const { counterfactual: found } = incident;
  if (found === null || found.features.length === 0) return "";
  // The peak as the incident's card tells it; what is judged anew may differ.
  const peak = incident.peakScore ?? found.scoreBefore;
  const before = `(alarm at 1; it was ${scoreText(peak)})`;
  return [
    "What would clear the alarm?",
    found.clears
      ? `If ${listText(found.features.map(nameText))} had been ${EXPECTED}, ` +
        `the score would have stayed at ${
          scoreText(found.scoreAfter)
        } ${before}.`
      : noneText(found, before),
    found.clears ? neededText(found) : "",
    randomText(found),
    stretchText({ ...incident, found }, options),
  ].filter((text) => text !== "").join(" ");
}

/** Where no set clears: how far one metric comes, and how far the best set. */
function noneText(
  { tried, features, leaveOneOut, scoreAfter, scoreBefore }: Counterfactual,
  before: string,
): string {
  const none =
    `None of the ${countText(tried, "set")} of at most five metrics ` +
    "that were tried does.";
  const [best] = [...leaveOneOut].sort((a, b) => a.scoreAlone - b.scoreAlone);
  const others = features.filter((feature) => feature !== best?.feature);
  if (best === undefined || others.length === 0) {
    return `${none} Had ${
      listText(features.map(nameText))
    } been ${EXPECTED}, the score would still have reached ${
      scoreText(scoreAfter)
    } ${before}.`;
  }
  return best.scoreAlone < scoreBefore
    ? `${none} Had ${nameText(best.feature)} alone been ${EXPECTED}, the ` +
      `score would still have reached ${
        scoreText(best.scoreAlone)
      } ${before}; ` +
      `with ${listText(others.map(nameText))} too, ${scoreText(scoreAfter)}.`
    : `${none} No one metric of those that come nearest lowers the score alone; had ` +
      `${listText(features.map(nameText))} been ${EXPECTED}, it would still ` +
      `have reached ${scoreText(scoreAfter)} ${before}.`;
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

function randomText(
  { features, random, clears, scoreBefore }: Counterfactual,
): string {
  const { sets, medianScoreAfter, clears: others } = random;
  if (medianScoreAfter === null) return "";
  const kind = SETS[features.length] ?? FIVE;
  const any = clears && others >= ANY * sets
    ? ": the alarm hangs on no metric in particular"
    : "";
  const worse = medianScoreAfter > WORSE * scoreBefore
    ? ", above what was measured: what is imputed need not fit the rest"
    : "";
  return `Of ${sets} random ${kind} ${
    others === 0 ? "none does" : others === 1 ? "1 does" : `${others} do`
  } (median score ${scoreText(medianScoreAfter)}${worse})${any}.`;
}

/** What was judged, and where that is not quite what the card's peak tells. */
function stretchText(
  { start, end, peakScore, found: { steps, scoreBefore } }:
    & Pick<Incident, "start" | "end" | "peakScore">
    & { readonly found: Counterfactual },
  options: IncidentSentenceOptions,
): string {
  const isWhole = Date.parse(steps.start) === Date.parse(start) &&
    Date.parse(steps.end) === Date.parse(end);
  const before = scoreText(scoreBefore);
  const isPeak = peakScore === null || before === scoreText(peakScore);
  const judged = isWhole
    ? "Judged anew"
    : `Judged around the peak only, ${incidentTime(steps, options)}`;
  if (isPeak) return isWhole ? "" : `${judged}.`;
  return `${judged}, where the score as measured reaches ${before}${
    Date.parse(steps.start) > Date.parse(start)
      ? ", since its smoothing begins anew there"
      : ""
  }.`;
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
