import { firstDeviation } from "../../detect/first_deviation.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";

/** How late the alarm of an incident was; times in milliseconds since 1970 UTC. */
export interface AlarmDelay {
  /** When it began to show. */
  readonly deviationMs: number;
  /** When there was an alarm at the run's own budget. */
  readonly alarmMs: number;
  /** Milliseconds from one to the other. */
  readonly delayMs: number;
}

/**
 * Tells how late the alarm of an incident was, as the replay of the run's own
 * budget counts it; where nothing was replayed, by the incident's start.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The delay.
 */
export function alarmDelay(
  { input: { evaluation } }: Pick<ReportView, "input">,
  { incident }: Pick<NumberedIncident, "incident">,
): AlarmDelay {
  const deviationMs = firstDeviation(incident);
  const own = evaluation.replay.find(({ isRun }) => isRun)?.incidents
    .find(({ id }) => id === incident.id);
  const delayMs = own?.delayMs ?? Date.parse(incident.start) - deviationMs;
  return { deviationMs, alarmMs: deviationMs + delayMs, delayMs };
}
