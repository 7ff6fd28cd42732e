import { isoTime } from "../frame/iso_time.ts";
import {
  type MetricTable,
  type StepRange,
  stepTime,
} from "../frame/metric_table.ts";
import type { MovedFeature } from "./incident.ts";
import type { LevelChange } from "./level_change.ts";
import { quantile } from "./quantile.ts";

/** A change that lasts, in units and with its steps. */
export interface MovedLevel {
  /** What moved from where to where. */
  readonly moved: MovedFeature;
  /** First instant that is judged against the new level, ISO 8601 UTC. */
  readonly judgedFrom: string;
  /** The steps over which the new level was measured. */
  readonly settling: StepRange;
  /** Whether there were alarms in that time. */
  readonly alarmed: boolean;
}

/** What brings changes to units. */
export interface MovedLevelsOptions {
  /** The scored table, features only. */
  readonly table: MetricTable;
  /** Of each feature what scaled 1 is, in its unit, shape `[features]`. */
  readonly ranges: ArrayLike<number>;
}

/**
 * Tells level changes in the features' units: the new level is the median of
 * what was measured while it settled, the old one that less the shift.
 *
 * @param changes Changes of the table.
 * @param options The table, and the features' ranges.
 * @returns One entry a change, in the same order.
 */
export function movedLevels(
  changes: readonly LevelChange[],
  { table, ranges }: MovedLevelsOptions,
): MovedLevel[] {
  const width = table.metrics.length;
  const timeOf = (step: number) => isoTime(stepTime(table, step));
  return changes.map(({ feature, since, settled, at, from, to, alarmed }) => {
    const settling = { start: Math.max(0, settled), end: at };
    const measured: number[] = [];
    for (let t = settling.start; t < settling.end; t++) {
      const i = t * width + feature;
      if (table.imputed[i] !== 1) measured.push(table.values[i]!);
    }
    const level = quantile(measured, 0.5);
    const { name, unit } = table.metrics[feature]!;
    return {
      moved: {
        feature: name,
        unit,
        from: oldLevel(level, (to - from) * ranges[feature]!),
        to: level,
        since: timeOf(Math.max(0, since)),
      },
      judgedFrom: timeOf(at),
      settling,
      alarmed,
    };
  });
}

/** A shift is taken from distances, so that it may lead a little below 0. */
function oldLevel(level: number, shift: number): number {
  const old = Math.fround(level - shift);
  return level >= 0 ? Math.max(0, old) : old;
}
