import type { Incident } from "../detect/incident.ts";
import { formatBeside } from "../frame/format_beside.ts";
import { formatQuantity, formatSpan, formatTime } from "../frame/units.ts";
import { formatLocalSpan } from "../frame/local_time.ts";
import {
  type ContributionGroup,
  groupedContributions,
} from "../detect/groups/grouped_contributions.ts";
import { groupName } from "./incident/group_text.ts";
import { countText, percentText, scoreText } from "./words.ts";

/** Signals named in a sentence. */
const MOST_NAMED = 3;

/** How an incident is told. */
export interface IncidentSentenceOptions {
  /** Milliseconds from one step to the next, which decides whether seconds are shown. */
  readonly intervalMs: number;
  /** The zone whose local time stands beside UTC; `null` for none. @default {null} */
  readonly timeZone?: string | null;
  /** Whether the date is told. @default {"shown"} */
  readonly date?: "shown" | "left out";
  /** Whether "UTC" is told. @default {"shown"} */
  readonly zone?: "shown" | "left out";
}

/**
 * Tells an incident in one sentence made from its numbers.
 *
 * @param incident The incident.
 * @param options The table's interval.
 * @returns Such as `"2026-11-22 14:02–14:31 UTC, score 6.1 × threshold: disk-bytes-written 312 MiB/s, expected 4.0–21 MiB/s."`
 */
export function incidentSentence(
  incident: Incident,
  options: IncidentSentenceOptions,
): string {
  const when = incidentTime(incident, options);
  if (incident.kind === "outage") {
    return `${when}, outage: the server could not be read.`;
  }
  const score = incident.peakScore === null
    ? ""
    : `, score ${scoreText(incident.peakScore)} × threshold`;
  return `${when}${score}: ${signalsText(incident)}.`;
}

/**
 * Writes when an incident was.
 *
 * @param incident The incident.
 * @param options The table's interval.
 * @returns First and last step, or one time where they are the same.
 */
export function incidentTime(
  incident: Pick<Incident, "start" | "end">,
  options: IncidentSentenceOptions,
): string {
  const [start, end] = [Date.parse(incident.start), Date.parse(incident.end)];
  const utc = start === end
    ? formatTime(start, options)
    : formatSpan(start, end, options);
  const { timeZone = null } = options;
  return timeZone === null
    ? utc
    : `${utc} (${formatLocalSpan(start, end, { timeZone })})`;
}

/**
 * Names an incident's contributing signals with what they were and what was
 * expected: those that passed their own threshold, else the largest shares.
 * Metrics that move together are one signal, told by its strongest member.
 *
 * @param incident An incident of kind `"anomaly"`.
 * @param options How many signals are named at most; 3 where it is not said.
 * @returns A clause without a full stop.
 */
export function signalsText(
  incident: Incident,
  { most = MOST_NAMED }: { readonly most?: number } = {},
): string {
  const groups = groupedContributions(incident.contributions);
  const causes = groups.filter(({ isCause }) => isCause);
  if (causes.length > 0) {
    const rest = causes.length - most;
    const named = causes.slice(0, most).map(signalText).join("; ");
    return rest > 0 ? `${named}; and ${countText(rest, "more signal")}` : named;
  }
  const named = groups.slice(0, most).map((group) =>
    `${groupName(group)} ${percentText(group.share)}`
  );
  return named.length === 0
    ? "no signal stands out"
    : `no signal passed its own threshold; the largest shares are ${
      named.join(", ")
    }`;
}

function signalText(group: ContributionGroup): string {
  const { unit, actual, expected, band } = group.lead;
  if (band !== null) {
    const [low, high] = band;
    const { values: [was], range } = formatBeside(
      actual === null ? [] : [actual],
      { low, high, unit },
    );
    return `${groupName(group)}${was ? ` ${was}` : ""}, expected ${range}`;
  }
  const was = actual === null ? "" : ` ${formatQuantity(actual, unit)}`;
  const usual = expected !== null
    ? `, expected ${formatQuantity(expected, unit)}`
    : "";
  return `${groupName(group)}${was}${usual}`;
}
