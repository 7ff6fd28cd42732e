import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import { formatQuantity } from "../../frame/units.ts";
import type { LinkedText, Table } from "../document.ts";
import {
  intervalText,
  minuteText,
  shortWarningText,
} from "../warnings/warning_text.ts";
import { countText, nameText } from "../words.ts";
import type { IndexEntry } from "./index_entry.ts";

/** The chapter that tells of them, here and in a host's page. */
export const WARNINGS_SECTION = "early-warnings";

/** Warnings that are named before all else. */
const MOST_NAMED = 3;

/** Rows of the table; more than that nobody reads. */
const MOST_ROWS = 500;

/** What is about to run out, and on which host. */
export interface HostWarning {
  /** The host. */
  readonly entry: IndexEntry;
  /** One of its warnings. */
  readonly warning: EarlyWarning;
}

/**
 * Gives the early warnings of all hosts.
 *
 * @param hosts The hosts.
 * @returns What runs out first before others.
 */
export function hostWarnings(hosts: readonly IndexEntry[]): HostWarning[] {
  return hosts.flatMap((entry) =>
    entry.earlyWarnings.map((warning) => ({ entry, warning }))
  ).sort((a, b) =>
    Date.parse(a.warning.exhaustedAt) - Date.parse(b.warning.exhaustedAt)
  );
}

/**
 * Tells what is about to run out soonest, for where it must not be overlooked.
 *
 * @param hosts The hosts.
 * @returns A sentence each, and one that counts the rest; none where nothing is.
 */
export function indexWarnings(hosts: readonly IndexEntry[]): LinkedText[] {
  const all = hostWarnings(hosts);
  const more = all.length - MOST_NAMED;
  const told = all.slice(0, MOST_NAMED).map(({ entry, warning }) =>
    `${nameText(entry.host)}: ${shortWarningText(warning)}`
  );
  const rest = more > 0
    ? [`${countText(more, "more metric")} would run out later.`]
    : [];
  return [...told, ...rest].map((text) => ({
    text,
    section: WARNINGS_SECTION,
  }));
}

/**
 * Lists what is about to run out, the soonest first, each with a link to where its
 * host's page tells of it.
 *
 * @param warnings Warnings of all hosts.
 * @returns The table.
 */
export function warningsTable(warnings: readonly HostWarning[]): Table {
  const left = warnings.length - MOST_ROWS;
  return {
    kind: "table",
    caption: "What is about to run out at the end of each host's data, the " +
      "soonest first. A trend is a warning, not a promise: it says what comes if " +
      "nothing changes." +
      (left > 0
        ? ` The first ${MOST_ROWS} of ${warnings.length}; index.json has them all.`
        : ""),
    columns: [
      { title: "Host", align: "left" },
      { title: "Metric", align: "left" },
      { title: "Reaches", align: "right" },
      { title: "At", align: "left" },
      { title: "Between (95 %)", align: "left" },
      { title: "Warned of since", align: "left" },
    ],
    rows: warnings.slice(0, MOST_ROWS).map(({ entry, warning }) => {
      const { feature, limit, unit, exhaustedAt, standingSince } = warning;
      const host = nameText(entry.host);
      const href = hrefOf(entry);
      return [
        href === null ? host : { text: host, href },
        nameText(feature),
        formatQuantity(limit, unit),
        minuteText(Date.parse(exhaustedAt)),
        intervalText(warning),
        minuteText(Date.parse(standingSince)),
      ];
    }),
  };
}

/** Its chapter in the host's page; of numbers alone, where they lie. */
function hrefOf({ link }: IndexEntry): string | null {
  if (link === null) return null;
  return link.endsWith(".html")
    ? `${encodeURI(link)}#${WARNINGS_SECTION}`
    : encodeURI(link);
}
