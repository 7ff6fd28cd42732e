import {
  type Onset,
  onsetOrder,
  type OnsetSignal,
  type Ordered,
} from "../../detect/onset_order.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import { formatDuration, formatTime } from "../../frame/units.ts";
import { listText, nameText } from "../words.ts";
import { companyText, sideText } from "./group_text.ts";

/** Signals of one step that are named. */
const MOST_NAMED = 4;

/** How an alarm can be earlier than any signal. */
const TOGETHER = " The alarm came first: at its step each signal was inside " +
  "its band, and all together were unusual.";

/** Later steps that are told. */
const MOST_LATER = 3;

/**
 * Tells in which order the signals of an incident left their expected bands, and
 * how long before the alarm the first one did. What left at one step is told as
 * such: the sampling interval cannot tell it apart.
 *
 * @param incident The incident.
 * @param options The table's interval.
 * @returns Such as `"Order of onset: disk-io-write (above) left its expected band
 *   first, at 04:13:35 UTC, 5 s before the alarm; cpu-iowait (above) followed
 *   45 s later."`; `""` where no signal left its band.
 */
export function onsetText(
  incident: Ordered,
  { intervalMs }: { readonly intervalMs: number },
): string {
  const [first, ...later] = onsetOrder(incident);
  if (first === undefined) return "";
  const dayOf = (ms: number) => Math.floor(ms / DAY_MS);
  const isOfTheDay = dayOf(first.ms) === dayOf(Date.parse(incident.start));
  const at = formatTime(first.ms, {
    ...{ intervalMs, date: isOfTheDay ? "left out" : "shown" },
  });
  const isOne = first.signals.length === 1;
  const band = isOne ? "its expected band" : "their expected bands";
  const alone = isOne && later.length === 0;
  const names = namesText(first);
  return `${alone ? "Onset" : "Order of onset"}: ${names} left ${band}${
    later.length > 0 ? " first" : ""
  }${isOne ? "" : " at the same step"}${alone ? "" : ","} at ${at}, ${
    leadText(first.leadMs)
  }${laterText(later)}.${first.leadMs < 0 ? TOGETHER : ""}`;
}

/**
 * Tells which signals of an incident left their expected bands first, and how long
 * before the alarm.
 *
 * @param incident The incident.
 * @returns Such as `"disk-io-write (above) left its expected band first, 5 s before
 *   the alarm."`; `""` where no signal left its band.
 */
export function firstSignals(incident: Ordered): string {
  const [first, ...later] = onsetOrder(incident);
  if (first === undefined) return "";
  const isOne = first.signals.length === 1;
  return `${namesText(first)} left ${
    isOne ? "its expected band" : "their expected bands"
  }${later.length > 0 ? " first" : ""}, ${leadText(first.leadMs)}.`;
}

/**
 * Says when a signal left its band, seen from the alarm.
 *
 * @param leadMs Milliseconds before the alarm; below 0 after it.
 * @returns Such as `"5 s before the alarm"`, `"at the step of the alarm"`.
 *
 * @example Usage
 * ```ts
 * import { leadText } from "@lib/report/incident/onset_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(leadText(40_000), "40 s before the alarm");
 * assert.equal(leadText(0), "at the step of the alarm");
 * ```
 */
export function leadText(leadMs: number): string {
  if (leadMs === 0) return "at the step of the alarm";
  return leadMs > 0
    ? `${formatDuration(leadMs)} before the alarm`
    : `${formatDuration(-leadMs)} after the alarm`;
}

function laterText(later: readonly Onset[]): string {
  if (later.length === 0) return "";
  const told = later.slice(0, MOST_LATER).map((onset, i) =>
    `${namesText(onset)}${i === 0 ? " followed" : ""} ${
      formatDuration(onset.afterMs)
    } later${onset.signals.length > 1 ? ", at the same step" : ""}`
  );
  const rest = later.slice(MOST_LATER)
    .reduce((sum, { signals }) => sum + signals.length, 0);
  const more = rest > 0 ? `, ${rest} more after that` : "";
  return `; ${told.join("; ")}${more}`;
}

function namesText({ signals }: Onset): string {
  const names = signals.slice(0, MOST_NAMED).map(signalText);
  const rest = signals.length - names.length;
  return listText([...names, ...(rest > 0 ? [`${rest} more`] : [])]);
}

/** Directions and company in one bracket. */
function signalText({ feature, others, direction }: OnsetSignal): string {
  const side = sideText(direction);
  if (others.length === 0) return `${nameText(feature)} (${side})`;
  const isMixed = others.some((other) => other.direction !== direction);
  const company = companyText(
    others.map((other) =>
      isMixed
        ? `${nameText(other.feature)} ${sideText(other.direction)}`
        : nameText(other.feature)
    ),
  );
  return `${nameText(feature)} (${side}; ${company})`;
}
