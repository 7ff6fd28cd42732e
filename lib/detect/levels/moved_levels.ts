import { isoTime } from "../../frame/iso_time.ts";
import {
  type MetricTable,
  type StepRange,
  stepTime,
} from "../../frame/metric_table.ts";
import type { Scaler } from "../../frame/scaler.ts";
import type { MovedFeature } from "../incident.ts";
import { courseOf } from "./course_of.ts";
import type { LevelChange } from "./level_change.ts";

/** A change that lasts, in units and with its steps. */
export interface MovedLevel {
  /** What moved from where to where. */
  readonly moved: MovedFeature;
  /** First instant that is judged against the new level, ISO 8601 UTC. */
  readonly judgedFrom: string;
  /** The steps over which the new level was measured, and back to an alarm. */
  readonly settling: StepRange;
  /** Whether there were alarms since it left the old level, and it counts nothing up. */
  readonly alarmed: boolean;
  /**
   * Which part of the squared score the feature made at a step, in squared
   * thresholds; 0 before it left the old level and from the new one on.
   */
  readonly partAt: (step: number) => number;
}

/** What brings changes to units. */
export interface MovedLevelsOptions {
  /** The scored table, features only. */
  readonly table: MetricTable;
  /** The network's scaler. */
  readonly scaler: Scaler;
  /** Gives a feature's part of the squared score, shape `[steps]`. */
  readonly partOf: (feature: number) => Float32Array;
}

/**
 * Tells level changes in the features' units.
 *
 * @param changes Changes of the table.
 * @param options The table, the scaler, and what each feature made of the score.
 * @returns One entry a change, in the same order.
 */
export function movedLevels(
  changes: readonly LevelChange[],
  { table, scaler: { min, range }, partOf }: MovedLevelsOptions,
): MovedLevel[] {
  const timeOf = (step: number) => isoTime(stepTime(table, step));
  const parts = new Map(
    Array.from(new Set(changes.map(({ feature }) => feature)))
      .map((feature) => [feature, partOf(feature)]),
  );
  /** Of each feature, whether its last move goes on upwards or downwards. */
  const gone = new Map<number, boolean | null>();
  return changes.map((change) => {
    const { feature, since, settled, at, alarmed } = change;
    const valueAt = (step: number) => {
      const i = step * table.metrics.length + feature;
      return table.imputed[i] ? NaN : table.values[i]!;
    };
    const part = parts.get(feature)!.slice(since, at);
    const { name, unit } = table.metrics[feature]!;
    const levelOf = (scaled: number) =>
      Math.fround(scaled * range[feature]! + min[feature]!);
    const [from, to] = [levelOf(change.before), levelOf(change.after)];
    const outside = { start: since, end: at };
    const course = courseOf({ outside, by: to - from, valueAt });
    // What goes on is met again and again, at times where it rests.
    const goesOn = course !== "stays" || gone.get(feature) === to > from;
    gone.set(feature, goesOn ? to > from : null);
    return {
      moved: {
        ...{ feature: name, unit, from, to, since: timeOf(since) },
        ...(goesOn ? { goesOn } : {}),
      },
      judgedFrom: timeOf(at),
      settling: { start: settled, end: at },
      alarmed: alarmed && course !== "counter",
      partAt: (step) => part[step - since] ?? 0,
    };
  });
}
