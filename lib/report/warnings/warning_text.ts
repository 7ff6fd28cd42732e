import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import { formatLocalTime } from "../../frame/local_time.ts";
import {
  formatDuration,
  formatQuantity,
  formatRange,
  formatSpan,
  formatTime,
} from "../../frame/units.ts";
import { nameText } from "../words.ts";

/** How a warning is told. */
export interface WarningTextOptions {
  /** The zone whose local time stands beside UTC; `null` for none. @default {null} */
  readonly timeZone?: string | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Tells a warning in a sentence.
 *
 * @param warning The warning.
 * @param options Whether local time is told too.
 * @returns Such as `"sys-mem-available falls by 212 MiB an hour (190–235 MiB) and
 *   reaches 0 B at 2026-11-22 14:05 UTC (95 %: 2026-11-22 13:40–14:50 UTC) if that
 *   goes on; seen over 6 h, warned of since 2026-11-22 10:30 UTC."`
 */
export function warningText(
  warning: EarlyWarning,
  options: WarningTextOptions = {},
): string {
  const { unit, slopePerDay, slopeInterval, lookBackMs, feature } = warning;
  const [word, share] = lookBackMs < DAY_MS
    ? ["an hour", HOUR / DAY_MS] as const
    : ["a day", 1] as const;
  const [low, high] = slopeInterval
    .map((slope) => Math.abs(slope) * share)
    .sort((a, b) => a - b);
  return `${nameText(feature)} ${slopePerDay < 0 ? "falls" : "rises"} by ${
    formatQuantity(Math.abs(slopePerDay) * share, unit)
  } ${word} (${formatRange(low!, high!, unit)}) and reaches ${
    reachedText(warning, options)
  } if that goes on; seen over ${formatDuration(lookBackMs)}, warned of since ${
    minuteText(Date.parse(warning.standingSince))
  }.`;
}

/**
 * Tells a warning in few words, where there is more of it elsewhere.
 *
 * @param warning The warning.
 * @param options Whether local time is told too.
 * @returns Such as `"sys-mem-available reaches 0 B at 2026-11-22 14:05 UTC (95 %:
 *   2026-11-22 13:40–14:50 UTC) if its trend goes on."`
 */
export function shortWarningText(
  warning: EarlyWarning,
  options: WarningTextOptions = {},
): string {
  return `${nameText(warning.feature)} reaches ${
    reachedText(warning, options)
  } if its trend goes on.`;
}

/**
 * Writes what is reached, and when.
 *
 * @param warning The warning.
 * @param options Whether local time is told too.
 * @returns Such as `"0 B at 2026-11-22 14:05 UTC (95 %: 2026-11-22 13:40–14:50 UTC)"`.
 */
export function reachedText(
  warning: EarlyWarning,
  { timeZone = null }: WarningTextOptions = {},
): string {
  const { limit, unit, exhaustedAt } = warning;
  const exhaustedMs = Date.parse(exhaustedAt);
  const local = timeZone === null
    ? ""
    : `${formatLocalTime(onMinute(exhaustedMs), timeZone)}; `;
  return `${formatQuantity(limit, unit)} at ${
    minuteText(exhaustedMs)
  } (${local}95 %: ${intervalText(warning)})`;
}

/**
 * Writes between which times the limit is reached.
 *
 * @param warning The warning.
 * @returns Such as `"2026-11-22 13:40–14:50 UTC"`.
 */
export function intervalText({ interval }: EarlyWarning): string {
  const [early, late] = interval.map((time) => onMinute(Date.parse(time)));
  return formatSpan(early!, late!, { intervalMs: MINUTE });
}

/**
 * Writes an instant to the minute: no trend is known to the second.
 *
 * @param ms Milliseconds since 1970 UTC.
 * @returns Such as `"2026-11-22 14:05 UTC"`.
 */
export function minuteText(ms: number): string {
  return formatTime(onMinute(ms), { intervalMs: MINUTE });
}

function onMinute(ms: number): number {
  return Math.round(ms / MINUTE) * MINUTE;
}
