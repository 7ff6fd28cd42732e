import { DAY_MS } from "../../frame/day_ms.ts";
import { isoTime } from "../../frame/iso_time.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import type { EarlyWarning } from "./early_warning.ts";
import type { LimitedSeries } from "./limited_series.ts";
import { type WarningOutcome, warningOutcome } from "./warning_outcome.ts";

/**
 * A warning that stood when an incident began, or came up while it went on, as
 * `incidents.json` holds it.
 */
export interface IncidentWarning extends EarlyWarning {
  /**
   * The last instant that the warning knows, ISO 8601 UTC: the step before the
   * incident's start, or that of the first look in it at which it stood.
   */
  readonly knownAt: string;
  /** What came of it. */
  readonly outcome: WarningOutcome;
}

/** What is looked at for an incident. */
export interface IncidentLooks {
  /** Warns at a step, from nothing later, as {@linkcode earlyWarning} gives it. */
  readonly warn: (until: number) => EarlyWarning | null;
  /** The incident's steps in the series. */
  readonly range: StepRange;
  /** Whether it is looked at while the incident goes on, too. */
  readonly looks: "at the start" | "all along";
}

/** What is reached later than this says nothing of an incident. */
const NEAR_MS = DAY_MS;

/** From one look in an incident to the next, at least. */
const APART_MS = 10 * 60_000;

/** Looks in an incident, at most: of 12 h one each ten minutes. */
const MOST_LOOKS = 72;

/**
 * Tells what of a metric an incident was warned of: a trend that would have
 * reached the limit within a day. It is looked for when the incident begins, and
 * from then on while it goes on: a leak may be the incident itself, and no trend
 * yet when the alarm begins. The first look at which it stands speaks, and knows
 * nothing later. A disk that fills over weeks is no incident's.
 *
 * @param series The metric.
 * @param looks What warns, and where it is asked.
 * @returns The warning with what came of it; `null` where there was none.
 */
export function incidentWarning(
  series: LimitedSeries,
  { warn, range, looks }: IncidentLooks,
): IncidentWarning | null {
  const { startMs, intervalMs } = series;
  const timeOf = (step: number) => Math.round(startMs + step * intervalMs);
  for (const until of looks === "all along" ? stepsOf() : [range.start]) {
    const warning = warn(until);
    if (warning === null) continue;
    if (Date.parse(warning.exhaustedAt) - timeOf(until) > NEAR_MS) continue;
    const outcome = warningOutcome(series, warning, { until });
    if (outcome === null) continue;
    return { ...warning, knownAt: isoTime(timeOf(until - 1)), outcome };
  }
  return null;

  function* stepsOf(): Generator<number> {
    const { start, end } = range;
    yield start;
    const apart = Math.max(
      1,
      Math.round(APART_MS / intervalMs),
      Math.ceil((end - start) / MOST_LOOKS),
    );
    // On a grid of their own, as those for the beginning of a warning are.
    const first = (Math.floor(start / apart) + 1) * apart;
    for (let until = first; until <= end; until += apart) yield until;
  }
}
