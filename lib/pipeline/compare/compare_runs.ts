import { quantile } from "../../detect/quantile.ts";
import { wideBandsText } from "../../report/training/wide_bands_text.ts";
import type { Evaluated } from "../evaluate.ts";
import { alarmRule } from "../scoring/alarm_rule.ts";
import type {
  ComparedIncident,
  Comparison,
  VersionMeasures,
} from "./comparison.ts";
import { type FoundByAll, foundIncidents } from "./found_incidents.ts";
import { labelledIncidents } from "./labelled_incidents.ts";
import {
  ratesIn,
  sharedSpan,
  type TimedRun,
  touchesSpan,
} from "./shared_time.ts";
import { worseIn } from "./worse_in.ts";

/** What of a run is compared. */
export type ComparedRun =
  & Pick<Evaluated, "evaluation" | "warnings">
  & {
    /** What it found. */
    readonly scored: TimedRun["scored"];
    /** The version that found it. */
    readonly model: {
      readonly detector: Pick<
        Evaluated["model"]["detector"],
        | "name"
        | "version"
        | "training"
        | "intervalMs"
        | "mergeGapMs"
        | "minDurationMs"
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
    current: { events: events(current), ...current.scored },
    candidate: { events: events(candidate), ...candidate.scored },
  });
  const basis = labelled.length > 0 ? "labels" : "incidents";
  const span = sharedSpan(current.evaluation.span, candidate.evaluation.span);
  const inSpan = <T extends typeof span>(found: readonly T[]) =>
    found.filter((one) => touchesSpan(one, span));
  const foundBy = ({ scored, model }: ComparedRun) => ({
    incidents: inSpan(scored.incidents),
    knownAfterMs: (alarmRule(model.detector).minSteps - 1) *
      model.detector.intervalMs,
  });
  const incidents = basis === "labels" ? labelled : foundIncidents({
    earlier: inSpan(earlier),
    current: foundBy(current),
    candidate: foundBy(candidate),
  });
  const count = (change: ComparedIncident["change"]) =>
    incidents.filter((one) => one.change === change).length;
  const { host, budget } = candidate.evaluation;
  const measures = (run: ComparedRun, which: "current" | "candidate") => ({
    ...measuresOf(run, incidents.map((one) => one[which])),
    ...ratesIn(run, span),
  });
  const changed = (what: "topFeature" | "topGroup") =>
    incidents.filter(({ current, candidate }) =>
      current && candidate && current[what] !== candidate[what]
    );
  const compared = {
    name: candidate.model.detector.name,
    host,
    span,
    intervalMs: candidate.model.detector.intervalMs,
    budget: budget.text,
    basis,
    incidents,
    current: measures(current, "current"),
    candidate: measures(candidate, "candidate"),
    lost: count("lost"),
    gained: count("gained"),
    firstSignalChanged: changed("topFeature").length,
    // Of metrics that move together, which comes first says little.
    firstGroupChanged: changed("topFeature")
      .filter((one) => changed("topGroup").includes(one)).length,
    warnings: warningsOf(current, candidate),
  } as const;
  return { ...compared, worse: worseIn(compared) };
}

/** Without those of its history, which are told where it is trained. */
function warningsOf(current: ComparedRun, candidate: ComparedRun): string[] {
  const own = ({ warnings, model, evaluation }: ComparedRun) => {
    const { training } = model.detector;
    const wide = wideBandsText(evaluation.thresholds.features, training.ranges);
    return [...warnings, ...(wide === "" ? [] : [wide])]
      .filter((text) => !training.warnings.includes(text));
  };
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
  { model }: ComparedRun,
  sightings: readonly ComparedIncident["current"][],
): Pick<VersionMeasures, "version" | "found" | "medianDelaySeconds"> {
  const seen = sightings.filter((one) => one !== null);
  return {
    version: model.detector.version,
    found: seen.length,
    medianDelaySeconds: seen.length === 0
      ? null
      : quantile(seen.map(({ delaySeconds }) => delaySeconds), 0.5),
  };
}
