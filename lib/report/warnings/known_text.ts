import type { Incident } from "../../detect/incident.ts";
import type { IncidentWarning } from "../../detect/trend/incident_warning.ts";
import { formatDuration, formatQuantity } from "../../frame/units.ts";
import { nameText } from "../words.ts";
import {
  minuteText,
  reachedText,
  type WarningTextOptions,
} from "./warning_text.ts";

/**
 * Tells what an incident was warned of, and what came of it.
 *
 * @param incident The incident.
 * @param warning One of its warnings.
 * @param options Whether local time is told too.
 * @returns Such as `"When it began, the trend of sys-mem-available already pointed
 *   to 0 B at …, and had for 42 min. 0 B was reached at 2026-11-22 14:11 UTC."`
 */
export function knownText(
  { start }: Pick<Incident, "start">,
  warning: IncidentWarning,
  options: WarningTextOptions = {},
): string {
  const { feature, standingSince, knownAt } = warning;
  const [name, reached] = [nameText(feature), reachedText(warning, options)];
  if (Date.parse(knownAt) < Date.parse(start)) {
    const stood = Date.parse(start) - Date.parse(standingSince);
    return `When it began, the trend of ${name} already pointed to ${reached}, ` +
      `and had for ${formatDuration(stood)}. ${outcomeText(warning)}`;
  }
  const by = knownAt === standingSince
    ? ""
    : `by ${minuteText(Date.parse(knownAt))} `;
  return `The trend of ${name} was warned of since ${
    minuteText(Date.parse(standingSince))
  }, ${besideAlarm({ start }, warning)}: ${by}it pointed to ${reached}. ${
    outcomeText(warning)
  }`;
}

function besideAlarm(
  { start }: Pick<Incident, "start">,
  { standingSince }: IncidentWarning,
): string {
  const late = Date.parse(standingSince) - Date.parse(start);
  if (late === 0) return "the alarm's first moment";
  const length = formatDuration(Math.abs(late));
  return `${length} ${late > 0 ? "after" : "before"} the alarm`;
}

/**
 * Tells what came of a warning.
 *
 * @param warning The warning.
 * @returns Such as `"0 B was reached at 2026-11-22 14:11 UTC."`, or how near it came.
 */
export function outcomeText(
  { outcome, unit, limit }: IncidentWarning,
): string {
  const at = minuteText(Date.parse(outcome.nearestAt));
  const value = formatQuantity(outcome.nearest, unit);
  const aim = formatQuantity(limit, unit);
  return {
    reached: `${aim} was reached at ${at}.`,
    turned: `It came as near as ${value} at ${at}, then went back.`,
    open: `${aim} was not reached by the end of the data: the nearest was ` +
      `${value} at ${at}.`,
  }[outcome.kind];
}
