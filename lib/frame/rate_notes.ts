import type { GridRows } from "./grid_rows.ts";
import { nameList } from "./name_list.ts";
import type { SlowStretch } from "./slow_stretches.ts";
import { formatDuration, formatSpan } from "./time_text.ts";

/** A metric with its rates. */
export interface RatedMetric {
  /** Its name. */
  readonly name: string;
  /** One value a row, NaN where there is none, shape `[rows]`. */
  readonly read: Float64Array;
  /** Where it comes more seldom than the grid's steps, in order. */
  readonly slow: readonly SlowStretch[];
}

/** A stretch is the whole time from this share of the grid on. */
const WHOLE_SHARE = 0.9;

/** Values that share a step say of a faster rate from this share of all on. */
const SHARED_SHARE = 0.05;

/**
 * Says where a table has another sampling rate than its grid: metrics that are
 * carried on between their values, and metrics that come more often in a part of
 * the time and are averaged there.
 *
 * @param metrics The metrics.
 * @param grid The grid and the rows' steps.
 * @returns Sentences; none for a table of one rate.
 */
export function rateNotes(
  metrics: readonly RatedMetric[],
  grid: GridRows,
): string[] {
  const told = metrics.flatMap(({ name, slow }) =>
    [...Map.groupBy(slow, ({ every }) => every)].map(([every, stretches]) => (
      { name, every, when: spanOf(stretches, grid) }
    ))
  );
  const step = formatDuration(grid.intervalMs);
  const listed = (names: readonly string[]) =>
    names.length === metrics.length && names.length > 1
      ? "All metrics"
      : nameList(names);
  const carried = [
    ...Map.groupBy(told, ({ every, when }) => `${every} ${when}`).values(),
  ].map((group) => {
    const [{ every, when } = { every: 1, when: "" }] = group;
    const length = formatDuration(every * grid.intervalMs);
    return `${listed(group.map(({ name }) => name))} ${
      group.length === 1 ? "comes" : "come"
    } every ${length}${when}, the grid's step is ${step}: ${
      every - 1
    } of ${every} values are the one before carried on, count as filled in and raise no score.`;
  });
  const often = metrics.filter(({ read }) => isAveragedInPart(read, grid))
    .map(({ name }) => name);
  const averaged = `${listed(often)} ${
    often.length === 1 ? "comes" : "come"
  } more often than every ${step}, the grid's step, in a part of the time: there a step holds the mean of several values.`;
  return often.length === 0 ? carried : [...carried, averaged];
}

/**
 * Says where all of a table comes more often than the grid's steps, which a model
 * has set.
 *
 * @param ownMs The table's own interval, milliseconds.
 * @param grid The grid.
 * @returns A sentence; none where the table comes about as often.
 */
export function averagedNotes(
  ownMs: number,
  { intervalMs }: Pick<GridRows, "intervalMs">,
): string[] {
  const rows = Math.round(intervalMs / ownMs);
  if (rows < 2) return [];
  return [
    `Rows come every ${formatDuration(ownMs)}, the model's step is ${
      formatDuration(intervalMs)
    }: each step holds the mean of ${rows} rows (of a state the last one).`,
  ];
}

/** When it was, unless it was so all the time. */
function spanOf(
  stretches: readonly SlowStretch[],
  { startMs, intervalMs, steps }: GridRows,
): string {
  const covered = stretches.reduce(
    (sum, { start, end }) => sum + end - start,
    0,
  );
  if (covered >= WHOLE_SHARE * steps) return "";
  const [first, last] = [stretches[0]?.start ?? 0, stretches.at(-1)?.end ?? 0];
  const at = (step: number) => startMs + step * intervalMs;
  return ` (${formatSpan(at(first), at(last - 1), { intervalMs })})`;
}

/** A part of its steps has several values, and a part has not. */
function isAveragedInPart(
  read: Float64Array,
  { stepOfRow }: GridRows,
): boolean {
  let [values, steps, sharedSteps] = [0, 0, 0];
  let [step, inStep] = [-1, 0];
  for (let row = 0; row < read.length; row++) {
    if (Number.isNaN(read[row])) continue;
    values++;
    inStep = stepOfRow[row] === step ? inStep + 1 : 1;
    step = stepOfRow[row] ?? -1;
    if (inStep === 1) steps++;
    if (inStep === 2) sharedSteps++;
  }
  return values - steps >= SHARED_SHARE * values &&
    sharedSteps <= (1 - SHARED_SHARE) * steps;
}
