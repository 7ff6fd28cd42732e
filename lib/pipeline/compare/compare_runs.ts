import { parseAlarmBudget } from "../../detect/alarm_budget.ts";
import { quantile } from "../../detect/quantile.ts";
import { countText } from "../../report/words.ts";
import type { Evaluated } from "../evaluate.ts";
import type {
  ComparedIncident,
  Comparison,
  VersionMeasures,
} from "./comparison.ts";
import {
  type FoundByAll,
  foundIncidents,
  labelledIncidents,
} from "./past_incidents.ts";

/** What of a run is compared. */
export type ComparedRun =
  & Pick<Evaluated, "evaluation" | "warnings">
  & {
    /** What it found. */
    readonly scored: Pick<Evaluated["scored"], "incidents">;
    /** The version that found it. */
    readonly model: {
      readonly detector: Pick<
        Evaluated["model"]["detector"],
        "name" | "version" | "training"
      >;
    };
  };

/** The same time as two versions of a model saw it. */
export interface RunPair extends Pick<FoundByAll, "earlier"> {
  /** The version in use. */
  readonly current: ComparedRun;
  /** The new version. */
  readonly candidate: ComparedRun;
}

/**
 * Compares two versions of a model on the same time: on its labelled events, or,
 * without any, on all that earlier runs and the versions themselves found.
 *
 * The new one is worse where it loses an incident that the current one finds, or
 * where it raises more false alarms; without labels, where it raises more incidents
 * a day than both the current one and the alarm budget.
 *
 * @param pair Two runs on the same data, and what earlier runs found there.
 * @returns Gains and losses.
 */
export function compareRuns(
  { current, candidate, earlier }: RunPair,
): Comparison {
  const events = (run: ComparedRun) => run.evaluation.labels?.perEvent ?? [];
  const labelled = labelledIncidents({
    current: events(current),
    candidate: events(candidate),
  });
  const basis = labelled.length > 0 ? "labels" : "incidents";
  const incidents = basis === "labels" ? labelled : foundIncidents({
    earlier,
    current: current.scored.incidents,
    candidate: candidate.scored.incidents,
  });
  const count = (change: ComparedIncident["change"]) =>
    incidents.filter((one) => one.change === change).length;
  const { host, span, budget } = candidate.evaluation;
  const compared = {
    name: candidate.model.detector.name,
    host,
    span,
    budget: budget.text,
    basis,
    incidents,
    current: measuresOf(current, incidents.map((one) => one.current)),
    candidate: measuresOf(candidate, incidents.map((one) => one.candidate)),
    lost: count("lost"),
    gained: count("gained"),
    firstSignalChanged:
      incidents.filter(({ current, candidate }) =>
        current && candidate && current.topFeature !== candidate.topFeature
      ).length,
    warnings: warningsOf(current, candidate),
  } as const;
  return { ...compared, worse: worseIn(compared) };
}

/** Without those of its history, which are told where it is trained. */
function warningsOf(current: ComparedRun, candidate: ComparedRun): string[] {
  const own = ({ warnings, model }: ComparedRun) =>
    warnings.filter((text) => !model.detector.training.warnings.includes(text));
  const [before, after] = [own(current), own(candidate)];
  const isShared = (text: string) =>
    before.includes(text) && after.includes(text);
  return [
    ...before.filter(isShared).map((text) => `Both versions: ${text}`),
    ...before.filter((text) => !isShared(text))
      .map((text) => `The version in use: ${text}`),
    ...after.filter((text) => !isShared(text))
      .map((text) => `The new version: ${text}`),
  ];
}

function measuresOf(
  { model, evaluation }: ComparedRun,
  sightings: readonly ComparedIncident["current"][],
): VersionMeasures {
  const seen = sightings.filter((one) => one !== null);
  const { labels, rates } = evaluation;
  return {
    version: model.detector.version,
    found: seen.length,
    medianDelaySeconds: seen.length === 0
      ? null
      : quantile(seen.map(({ delaySeconds }) => delaySeconds), 0.5),
    incidentsPerDay: rates.incidentsPerDay,
    falseAlarms: labels === null
      ? null
      : { count: labels.falseAlarms, perDay: labels.falseAlarmsPerDay },
  };
}

function worseIn(
  { lost, current, candidate, budget, basis }: Pick<
    Comparison,
    "lost" | "current" | "candidate" | "budget" | "basis"
  >,
): string[] {
  const reasons: string[] = [];
  if (lost > 0) reasons.push(`loses ${countText(lost, "incident")}`);
  const [before, after] = [current.falseAlarms, candidate.falseAlarms];
  if (before !== null && after !== null && after.count > before.count) {
    reasons.push(
      `raises ${
        countText(after.count, "false alarm")
      } instead of ${before.count}`,
    );
  }
  const most = Math.max(
    current.incidentsPerDay,
    parseAlarmBudget(budget).perDay,
  );
  if (basis === "incidents" && candidate.incidentsPerDay > most) {
    const perDay = (rate: number) => rate.toPrecision(2);
    reasons.push(
      `raises ${perDay(candidate.incidentsPerDay)} incidents a day instead of ${
        perDay(current.incidentsPerDay)
      }, more than ${budget}`,
    );
  }
  return reasons;
}
