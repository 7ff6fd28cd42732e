import { alarmRuns } from "../detect/alarm_runs.ts";
import { DAY_MS } from "../frame/day_ms.ts";
import type { MetricTable, StepRange } from "../frame/metric_table.ts";
import { regularGrid } from "../frame/regular_grid.ts";
import { stepsIn } from "../frame/steps_in.ts";
import { labelRuns } from "../measure/label_runs.ts";
import { seriesPeriod } from "../measure/series_period.ts";
import type { MachineTables } from "../source/labelled/machine_tables.ts";

/** A labelled machine on the grid, and what its scores are measured against. */
export interface Machine {
  /** Its name. */
  readonly name: string;
  /** Time to learn from. */
  readonly train: MetricTable;
  /** Time to score, at train's interval. */
  readonly test: MetricTable;
  /** 1 where a step of test is labelled, shape `[steps]`. */
  readonly label: Uint8Array;
  /** 1 where a step of test is under maintenance and not judged, shape `[steps]`. */
  readonly maintenance: Uint8Array;
  /** Runs of labelled steps of test, but for those that are all maintenance. */
  readonly events: readonly StepRange[];
  /** Steps of test at which nobody could read the server. */
  readonly outages: readonly StepRange[];
  /** Incidents of test with named causes, chosen alike; `null` where nobody named any. */
  readonly incidents: readonly NamedIncident[] | null;
  /** Days of test without maintenance. */
  readonly days: number;
  /** The period of test's first metric, in steps: the widest buffer of VUS-PR. */
  readonly period: number;
}

/** An incident whose causes somebody named. */
export interface NamedIncident {
  /** Its steps of test. */
  readonly range: StepRange;
  /** The metrics that were named. */
  readonly causes: readonly string[];
}

/**
 * Brings a labelled machine onto the grid.
 *
 * @param tables The machine as it was read.
 * @returns The machine.
 * @throws {InputError} If a part cannot be brought onto a grid.
 */
export function machineOf(
  { name, train, test, causes, maintenance: spans = [] }: MachineTables,
): Machine {
  const learned = regularGrid(train);
  const { intervalMs } = learned;
  const table = regularGrid(test, { intervalMs });
  const label = table.label ?? new Uint8Array(table.steps);
  const down = Float32Array.from(table.up, (up) => up === 0 ? 1 : 0);
  const width = table.metrics.length;
  const maintenance = new Uint8Array(table.steps);
  for (const span of spans) {
    const { start, end } = stepsIn(table, span);
    maintenance.fill(1, start, end);
  }
  const isJudged = ({ start, end }: StepRange) =>
    maintenance.subarray(start, end).includes(0);
  const judged = maintenance.filter((one) => one === 0).length;
  return {
    name,
    train: learned,
    test: table,
    label,
    maintenance,
    events: labelRuns(label).filter(isJudged),
    outages: alarmRuns(down, { threshold: 1, mergeGapSteps: 0 }),
    incidents: causes && causes
      .map((span) => ({ range: stepsIn(table, span), causes: span.features }))
      .filter(({ range }) => range.start < range.end && isJudged(range)),
    days: judged * intervalMs / DAY_MS,
    period: seriesPeriod(
      Float64Array.from(
        { length: table.steps },
        (_, t) => table.values[t * width]!,
      ),
    ),
  };
}
