import { counterfactual } from "../../detect/counterfactual/counterfactual.ts";
import {
  type JudgedStretch,
  judgedStretch,
} from "../../detect/counterfactual/judged_stretch.ts";
import { judgeSets } from "../../detect/counterfactual/judge_sets.ts";
import { clampInput } from "../../detect/distance.ts";
import type { LevelChange } from "../../detect/levels/level_change.ts";
import {
  type OffsetAt,
  offsetsInForce,
} from "../../detect/levels/offsets_in_force.ts";
import type { Counterfactual, Incident } from "../../detect/incident.ts";
import { isoTime } from "../../frame/iso_time.ts";
import {
  type MetricTable,
  stepAt,
  stepTime,
} from "../../frame/metric_table.ts";
import { scale } from "../../frame/scaler.ts";
import type { Autoencoder } from "../../model/engine.ts";
import { seededRandom } from "../../model/random.ts";
import { scalerOf, type ScoringDetector } from "./score_next.ts";
import { scoreStretch } from "./score_stretch.ts";

/** What counterfactuals are found with. */
export interface CounterfactualContext {
  /** The table that was scored, with what led up to it. */
  readonly table: MetricTable;
  /** The detector that scored it. */
  readonly detector: ScoringDetector;
  /** The score that alarms. */
  readonly threshold: number;
  /** Its distances over the features' own thresholds, shape `[steps, features]`. */
  readonly errors: Float32Array;
  /** Levels that moved, by steps of the table. */
  readonly changes: readonly LevelChange[];
  /** Tells which incidents are worth the search. */
  readonly isWanted: (incident: Incident) => boolean;
  /** Id of one that comes before the others. @default {none} */
  readonly asked?: string | null;
}

/** Incidents with counterfactuals, and what was too much to look for. */
export interface WithCounterfactuals {
  /** The same incidents; others and outages keep `null`. */
  readonly incidents: readonly Incident[];
  /** A sentence where not all of those wanted were looked into; else none. */
  readonly warnings: readonly string[];
}

/**
 * Steps of windows that a run may spend: at the default window never reached, with
 * windows of hundreds of steps soon.
 */
const MOST_WINDOW_STEPS = 2e7;

/** Times that a search puts a stretch through the network: some 70 sets, twice or so. */
const LIKELY_PASSES = 150;

/**
 * Tells of anomalies which few features, imputed by the network from the others,
 * would have cleared the alarm; of the one that is asked for first, then of the
 * worst, while it is not too costly.
 *
 * @param autoencoder The detector's network.
 * @param incidents The incidents.
 * @param context Table, detector, and which incidents.
 * @returns The incidents in their order.
 */
export async function withCounterfactuals(
  autoencoder: Autoencoder,
  incidents: readonly Incident[],
  context: CounterfactualContext,
): Promise<WithCounterfactuals> {
  const heightOf = ({ id, peakScore }: Incident) =>
    id === context.asked ? Infinity : peakScore ?? 0;
  const wanted = incidents
    .filter((one) => one.kind === "anomaly" && context.isWanted(one))
    .sort((a, b) => heightOf(b) - heightOf(a));
  let left = MOST_WINDOW_STEPS;
  const chosen: [Incident, JudgedStretch][] = [];
  for (const incident of wanted) {
    const stretch = stretchOf(autoencoder, incident, context);
    left -= LIKELY_PASSES * windowsOf(stretch) * autoencoder.window;
    if (left < 0) break;
    chosen.push([incident, stretch]);
  }
  await autoencoder.prepare(
    chosen.reduce((sum, [, s]) => sum + LIKELY_PASSES * windowsOf(s), 0),
  );
  // All at once: while one is judged, workers have the windows of another.
  const told = new Map(
    await Promise.all(chosen.map(async ([incident, stretch]) => {
      const search = { ...context, stretch };
      const found = await counterfactualOf(autoencoder, incident, search);
      return [incident, found] as const;
    })),
  );
  const { window } = autoencoder;
  return {
    incidents: incidents.map((one) => ({
      ...one,
      counterfactual: told.get(one) ?? null,
    })),
    warnings: told.size === wanted.length ? [] : [
      `What would clear the alarm was looked for in ${told.size} of ` +
      `${wanted.length} incidents: windows of ${window} steps make it slow.`,
    ],
  };
}

/** Windows of a stretch that each set goes through the network with. */
function windowsOf({ judged, replacedFrom }: JudgedStretch): number {
  return judged.end - replacedFrom;
}

function stretchOf(
  { window }: Autoencoder,
  incident: Incident,
  { table, detector: { halfLifeMs }, changes }: CounterfactualContext,
): JudgedStretch {
  const stepOf = (time: string) => stepAt(table, time);
  return judgedStretch(
    { start: stepOf(incident.start), end: stepOf(incident.end) + 1 },
    {
      ...{ peak: stepOf(incident.peak), window },
      changed: changes.map(({ at }) => at),
      halfLifeSteps: halfLifeMs / table.intervalMs,
    },
  );
}

async function counterfactualOf(
  autoencoder: Autoencoder,
  incident: Incident,
  context: CounterfactualContext & { readonly stretch: JudgedStretch },
): Promise<Counterfactual> {
  const { table, detector, stretch, changes } = context;
  const { window } = autoencoder;
  const { features: learned } = detector;
  const features = learned.length;
  const { judged, replacedFrom, from } = stretch;
  const cells = [from * features, judged.end * features] as const;
  const imputed = table.imputed.subarray(...cells);
  const scaler = scalerOf(detector);
  const judge = await judgeSets({
    scaled: movedBack(
      scale({ values: table.values.subarray(...cells) }, scaler),
      { at: judged.start, features, offsetAt: offsetsInForce(changes) },
    ),
    features,
    length: window,
    replacedFrom: replacedFrom - from,
    judged: { start: judged.start - from, end: judged.end - from },
    start: clampInput(
      scale({ values: Float32Array.from(learned, (f) => f.median) }, scaler),
    ),
    reconstructLast: (windows) => autoencoder.reconstructLast(windows),
    score: scoreStretch({ ...context, imputed, window }),
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

/** Scaled values moved back by the levels at a step. */
function movedBack(
  scaled: Float32Array,
  { at, features, offsetAt }: {
    readonly at: number;
    readonly features: number;
    readonly offsetAt: OffsetAt;
  },
): Float32Array {
  return scaled.map((value, i) => value - offsetAt(at, i % features));
}
