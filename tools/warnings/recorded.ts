import {
  type EarlyWarning,
  earlyWarning,
} from "../../lib/detect/trend/early_warning.ts";
import type { LimitedSeries } from "../../lib/detect/trend/limited_series.ts";
import { machineOf } from "../../lib/benchmark/machine.ts";
import { columnOf } from "../../lib/frame/column_of.ts";
import { DAY_MS } from "../../lib/frame/day_ms.ts";
import type { MetricTable } from "../../lib/frame/metric_table.ts";
import { readMachine } from "../../lib/source/labelled/read_machine.ts";
import { listMachines } from "../../lib/source/labelled/list_machines.ts";

const EVERY_MS = 6 * 3_600_000;

/** Looks at a recording that is shorter than as many times that. */
const LEAST_LOOKS = 100;

/**
 * Looks every six hours at each metric of recorded machines, with the least and the
 * largest value that it ever has as its limits.
 *
 * @param dir A folder of labelled machines.
 * @yields A line a machine: looks, beginnings of warnings, how many of them came
 *   at least half the way by the interval's late end, as far as the data reach.
 */
export async function* recorded(dir: string): AsyncGenerator<string> {
  const folder = await listMachines(dir);
  for (const name of folder.names) {
    const { train, test } = machineOf(await readMachine(folder, name));
    let days = 0;
    const count = { looks: 0, warnings: 0, judged: 0, right: 0 };
    for (
      const series of train.metrics.flatMap((_, f) => both(train, test, f))
    ) {
      const warn = earlyWarning(series);
      const { left, intervalMs } = series;
      const longest = Math.round(EVERY_MS / intervalMs);
      const every = Math.min(longest, Math.ceil(left.length / LEAST_LOOKS));
      days += left.length * intervalMs / DAY_MS;
      let isOn = false;
      for (let until = every; until <= left.length; until += every) {
        const warning = warn(until);
        count.looks++;
        if (warning !== null && !isOn) {
          count.warnings++;
          const came = cameTrue(series, warning, until);
          if (came !== null) count.judged++;
          if (came === true) count.right++;
        }
        isOn = warning !== null;
      }
    }
    yield `${name}: ${count.looks} looks in ${days.toFixed(1)} days of ` +
      `metrics, ${count.warnings} warnings, ` +
      `${count.right} of ${count.judged} went on`;
  }
}

/** A metric over train and test with a floor and with a ceiling. */
function both(
  train: MetricTable,
  test: MetricTable,
  f: number,
): LimitedSeries[] {
  const of = ({ values, metrics }: MetricTable) =>
    columnOf(values, { width: metrics.length, f });
  const all = Float32Array.from([...of(train), ...of(test)]);
  const [low, high] = all.filter(Number.isFinite).reduce(
    ([low, high], value) => [Math.min(low!, value), Math.max(high!, value)],
    [Infinity, -Infinity],
  );
  if (!(low! < high!)) return [];
  const { startMs, intervalMs } = train;
  const known = { startMs, intervalMs, leastBefore: null, abnormal: [] };
  const named = { name: train.metrics[f]!.name, unit: "" };
  return [
    {
      ...{ ...known, ...named, limit: low!, side: "floor" },
      left: all.map((value) => value - low!),
    },
    {
      ...{ ...known, ...named, limit: high!, side: "ceiling" },
      left: all.map((value) => high! - value),
    },
  ];
}

/** Whether half of what was left was gone in time; `null` where the data end before. */
function cameTrue(
  { left, startMs, intervalMs, limit }: LimitedSeries,
  warning: EarlyWarning,
  until: number,
): boolean | null {
  const end = (Date.parse(warning.interval[1]) - startMs) / intervalMs;
  const later = left.subarray(until, Math.ceil(end));
  const half = Math.abs(warning.level - limit) / 2;
  if (later.some((value) => value <= half)) return true;
  return end > left.length ? null : false;
}
