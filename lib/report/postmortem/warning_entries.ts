import { formatQuantity } from "../../frame/units.ts";
import type { NumberedIncident } from "../report_view.ts";
import { minuteText, reachedText } from "../warnings/warning_text.ts";
import { nameText } from "../words.ts";
import type { TimelineEntry } from "./timeline_entry.ts";

/**
 * Tells in the order of time since when an incident was warned of something, and
 * what came of it.
 *
 * @param one The incident.
 * @returns A row from when on a warning stood, and one where its limit was reached
 *   or the metric went back.
 */
export function warningEntries(
  { incident }: NumberedIncident,
): TimelineEntry[] {
  return incident.warnedOf.flatMap((warning) => {
    const { feature, unit, limit, knownAt, standingSince, outcome } = warning;
    const name = nameText(feature);
    const by = { source: name, of: "warning" } as const;
    const isKnown = Date.parse(knownAt) < Date.parse(incident.start);
    const known = isKnown
      ? "; by the incident's start to"
      : knownAt === standingSince
      ? ","
      : `; by ${minuteText(Date.parse(knownAt))} to`;
    const nearest = formatQuantity(outcome.nearest, unit);
    const ends = {
      reached: `${name} reaches ${formatQuantity(limit, unit)}`,
      turned:
        `${name} is at ${nearest}, the nearest to its limit, and goes back`,
      open: "",
    };
    return [
      {
        ms: Date.parse(standingSince),
        what: `the trend of ${name} points to its limit from now on${known} ${
          reachedText(warning)
        }`,
        ...by,
      },
      { ms: Date.parse(outcome.nearestAt), what: ends[outcome.kind], ...by },
    ].filter(({ what }) => what !== "");
  });
}
