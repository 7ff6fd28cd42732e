import { counterfactual } from "../../detect/counterfactual/counterfactual.ts";
import { judgedStretch } from "../../detect/counterfactual/judged_stretch.ts";
import { judgeSets } from "../../detect/counterfactual/judge_sets.ts";
import { clampInput, distances } from "../../detect/distance.ts";
import type { Counterfactual, Incident } from "../../detect/incident.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { type MetricTable, stepTime } from "../../frame/metric_table.ts";
import { scale } from "../../frame/scaler.ts";
import type { Autoencoder } from "../../model/engine.ts";
import { seededRandom } from "../../model/random.ts";
import type { Detector } from "../store/detector.ts";
import { scalerOf } from "./score_table.ts";
import { scoresOf } from "./scores_of.ts";

/** What counterfactuals are found with. */
export interface CounterfactualContext {
  /** The table that was scored, with what led up to it. */
  readonly table: MetricTable;
  /** The detector that scored it. */
  readonly detector: Pick<Detector, "features" | "halfLifeSteps">;
  /** The score that alarms. */
  readonly threshold: number;
  /** Tells which incidents are worth the search. */
  readonly isWanted: (incident: Incident) => boolean;
}

/**
 * Tells of anomalies which few features, imputed by the network from the others,
 * would have cleared the alarm.
 *
 * @param autoencoder The detector's network.
 * @param incidents The incidents.
 * @param context Table, detector, and which incidents.
 * @returns The same incidents; others and outages keep `null`.
 */
export async function withCounterfactuals(
  autoencoder: Autoencoder,
  incidents: readonly Incident[],
  context: CounterfactualContext,
): Promise<Incident[]> {
  const told: Incident[] = [];
  for (const incident of incidents) {
    const isSought = incident.kind === "anomaly" && context.isWanted(incident);
    told.push(
      isSought
        ? {
          ...incident,
          counterfactual: await counterfactualOf(
            autoencoder,
            incident,
            context,
          ),
        }
        : incident,
    );
  }
  return told;
}

async function counterfactualOf(
  autoencoder: Autoencoder,
  incident: Incident,
  { table, detector, threshold }: CounterfactualContext,
): Promise<Counterfactual> {
  const { features: learned, halfLifeSteps } = detector;
  const features = learned.length;
  const [start, end, peak] = [incident.start, incident.end, incident.peak]
    .map((time) =>
      Math.round((Date.parse(time) - table.startMs) / table.intervalMs)
    ) as [number, number, number];
  const { judged, replacedFrom, from } = judgedStretch(
    { start, end: end + 1 },
    { peak, window: autoencoder.window, halfLifeSteps },
  );
  const cells = [from * features, judged.end * features] as const;
  const imputed = table.imputed.subarray(...cells);
  const scaler = scalerOf(detector);
  const judge = await judgeSets({
    scaled: scale({ values: table.values.subarray(...cells) }, scaler),
    features,
    length: autoencoder.window,
    replacedFrom: replacedFrom - from,
    judged: { start: judged.start - from, end: judged.end - from },
    start: clampInput(
      scale({ values: Float32Array.from(learned, (f) => f.median) }, scaler),
    ),
    reconstructLast: (windows) => autoencoder.reconstructLast(windows),
    score: (stretch) =>
      scoresOf(distances({ ...stretch, imputed, features }).distance, {
        detector,
        threshold,
      }),
  });
  const names = learned.map(({ name }) => name);
  const found = await counterfactual(judge, {
    names,
    ranked: incident.contributions.map(({ feature }) => names.indexOf(feature)),
    // its own sets each incident, whatever else was scored
    random: seededRandom(Date.parse(incident.start) / 1000),
  });
  return {
    ...found,
    steps: {
      start: isoTime(stepTime(table, judged.start)),
      end: isoTime(stepTime(table, judged.end - 1)),
    },
  };
}
