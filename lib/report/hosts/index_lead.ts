import { formatDuration } from "../../frame/units.ts";
import type { KeyFigure, Lead } from "../document.ts";
import { countText, listText, nameText, scoreText } from "../words.ts";
import { indexWarnings } from "./index_warnings.ts";
import { indexTime, type IndexView, worstIncident } from "./index_view.ts";

/** Signals named in the verdict. */
const MOST_SIGNALS = 3;

/**
 * Says in a sentence which of several hosts was worst, what is about to run out
 * soonest, and the key figures.
 *
 * @param view The index's view.
 * @returns The verdict, warnings and four figures.
 */
export function indexLead(view: IndexView): Lead {
  return {
    verdict: verdict(view),
    caution: null,
    warnings: indexWarnings(view.hosts),
    figures: [hostsFigure(view), foundFigure(view), ...restFigures(view)],
  };
}

function verdict({ hosts, time }: IndexView): string {
  const [worst] = hosts;
  if (worst === undefined) return "No host has a result.";
  const name = nameText(worst.host);
  const incident = worstIncident(worst);
  if (incident === null) {
    return worst.peakScore === null
      ? "No incident was found."
      : `No incident was found on ${name}, the host with the highest score: ${
        scoreText(worst.peakScore)
      } × threshold.`;
  }
  const when = indexTime(incident, time);
  const what = incident.kind === "outage"
    ? "it could not be read"
    : listText(incident.signals.slice(0, MOST_SIGNALS).map(nameText));
  const peak = worst.peakScore === null
    ? ""
    : `, with ${scoreText(worst.peakScore)} × its threshold`;
  return `Worst is ${name}${peak}, in incident #${incident.number}, ${when}: ${what}.`;
}

function hostsFigure({ hosts, problems }: IndexView): KeyFigure {
  return {
    term: "Hosts",
    value: String(hosts.length + problems.length),
    detail: problems.length === 0
      ? "all with a result"
      : `${problems.length} without a result`,
    section: problems.length === 0 ? null : "problems",
  };
}

function foundFigure({ hosts }: IndexView): KeyFigure {
  const sum = (of: "incidents" | "outages") =>
    hosts.reduce((sum, host) => sum + host[of], 0);
  const hit = hosts.filter(({ found }) => found.length > 0).length;
  return {
    term: "Incidents",
    value: String(sum("incidents")),
    detail: `and ${countText(sum("outages"), "outage")}, on ${
      countText(hit, "host")
    }`,
    section: null,
  };
}

function restFigures({ hosts, same }: IndexView): KeyFigure[] {
  const above = hosts.reduce((sum, { aboveSeconds }) => sum + aboveSeconds, 0);
  const most = Math.max(
    0,
    ...same.map(({ parts }) => new Set(parts.map(({ entry }) => entry)).size),
  );
  return [
    {
      term: "Above the threshold",
      value: formatDuration(above * 1000),
      detail: "of all hosts together",
      section: null,
    },
    {
      term: "Several hosts at once",
      value: same.length === 0 ? "never" : countText(same.length, "time"),
      detail: same.length === 0
        ? "no incidents overlap"
        : `up to ${most} hosts`,
      section: same.length === 0 ? null : "same-time",
    },
  ];
}
