import { type ConfidenceFacts, confidenceOf } from "../../detect/confidence.ts";
import { groupedContributions } from "../../detect/groups/grouped_contributions.ts";
import type { Incident } from "../../detect/incident.ts";
import { stepsIn } from "../../frame/steps_in.ts";
import { learnedMs } from "../../report/learned_ms.ts";
import type { Detector } from "../store/detector.ts";
import type { ScoredTable } from "./score_table.ts";

/** What an incident's confidence rests on. */
export interface ConfidenceContext {
  /** The table that it was found in, and the threshold. */
  readonly scored: Pick<ScoredTable, "table" | "threshold">;
  /** What the detector learned from. */
  readonly training: Pick<Detector["training"], "steps" | "leftOut">;
  /** Where several seeds were trained: how many of them found the incident. */
  readonly seeds?: ConfidenceFacts["seeds"];
}

/**
 * Says of an incident how sure it is, and why.
 *
 * @param incident The incident.
 * @param context What it rests on.
 * @returns The same incident with `confidence`.
 */
export function withConfidence(
  incident: Incident,
  context: ConfidenceContext,
): Incident {
  const { kind, peakScore, contributions } = incident;
  if (kind === "outage" || peakScore === null) {
    const reasons = ["server-up was 0: nothing is estimated"];
    return { ...incident, confidence: { level: "high", reasons } };
  }
  const { scored: { table, threshold }, training, seeds } = context;
  // A feature without usable values stands in the table, filled in; other columns
  // were never learned from, so that the score lacks nothing without them.
  const features = new Set(table.metrics.map(({ name }) => name));
  const unseen = table.excluded.filter(({ name }) => features.has(name));
  const causes = groupedContributions(contributions)
    .filter(({ isCause }) => isCause);
  const confidence = confidenceOf({
    learnedMs: learnedMs(training, table.intervalMs),
    unmeasured: unmeasured(table, incident),
    unseen: unseen.length,
    metrics: table.metrics.length,
    peakScore,
    isExtrapolated: threshold.extrapolated,
    causes: causes.length,
    causeShare: causes.reduce((sum, { share }) => sum + share, 0),
    ...(seeds === undefined ? {} : { seeds }),
  });
  return { ...incident, confidence };
}

/** The share of an incident's cells that hold no measured value. */
function unmeasured(
  table: ScoredTable["table"],
  { start, end }: Pick<Incident, "start" | "end">,
): number {
  const steps = stepsIn(table, {
    startMs: Date.parse(start),
    endMs: Date.parse(end),
  });
  const width = table.metrics.length;
  const [from, to] = [steps.start * width, steps.end * width];
  let missing = 0;
  for (let i = from; i < to; i++) {
    if (table.imputed[i] === 1 || Number.isNaN(table.values[i]!)) missing++;
  }
  return to > from ? missing / (to - from) : 0;
}
