import { evidenceOf } from "../evidence/evidence.ts";
import {
  type ExcludedGroup,
  excludedGroups,
} from "../../frame/excluded_groups.ts";
import { nameList } from "../../frame/name_list.ts";
import { formatDuration, formatRange } from "../../frame/units.ts";
import type { Section } from "../document.ts";
import { imputedShare } from "../metric_stats.ts";
import type { ReportView } from "../report_view.ts";
import { unknownColumns } from "../trust/unknown_columns.ts";
import { wideBandsText } from "../training/wide_bands_text.ts";
import { countText, listText, nameText, percentText } from "../words.ts";

/** Metrics named in one sentence. */
const MOST_NAMED = 6;

/**
 * Tells what the report could not see.
 *
 * @param view The report's view.
 * @returns The section.
 */
export function blindSpotsSection(view: ReportView): Section {
  return {
    id: "blind-spots",
    title: "What this report could not see",
    level: 2,
    evidence: evidenceOf(view.input, { basis: "everything" }),
    blocks: [{
      kind: "list",
      items: [
        ...outageTexts(view),
        ...unscoredTexts(view),
        ...imputedTexts(view),
        ...excludedTexts(view),
        ...rangeTexts(view),
        ...wideBandTexts(view),
        ...view.input.training.warnings,
        ...clockTexts(view),
        ...view.input.table.facts.notes ?? [],
        onlyText(view),
      ],
    }],
  };
}

/** What nobody can see who looks at these columns; of unknown ones that is not known. */
function onlyText({ input: { table } }: ReportView): string {
  const { names, count } = unknownColumns(table);
  return count === 0
    ? "Only the metrics in this report were looked at. Nothing is known from " +
      "it of requests, services, the network or other servers."
    : "Only the columns of these data were looked at. What " +
      `${
        countText(count, "of them is", "of them are")
      } whenwhy does not know and ` +
      `took for numbers only: ${names}. Nothing is known of what no column holds.`;
}

function outageTexts({ incidents, input }: ReportView): string[] {
  const outages = incidents.filter(({ incident }) =>
    incident.kind === "outage"
  );
  if (outages.length === 0) return [];
  const { up, intervalMs } = input.table;
  const down = up.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  return [
    `The server could not be read for ${formatDuration(down * intervalMs)} (${
      countText(outages.length, "outage")
    }): nothing is known of its metrics in that time.`,
  ];
}

function unscoredTexts({ input }: ReportView): string[] {
  const { score, table } = input;
  const unscored = score.reduce(
    (sum, value) => sum + (Number.isNaN(value) ? 1 : 0),
    0,
  );
  if (unscored === 0) return [];
  const why = table.gaps.length === 0
    ? "the model needs a whole window of values before its first score"
    : `the data have ${
      countText(table.gaps.length, "gap")
    }, and the model needs a whole window of values at the start and after each gap`;
  return [
    `Steps without a score: ${unscored.toLocaleString("en-US")} of ${
      table.steps.toLocaleString("en-US")
    } (${
      percentText(unscored / table.steps)
    }), since ${why}. An incident in that time would not be seen.`,
  ];
}

function imputedTexts({ input: { table } }: ReportView): string[] {
  // A metric that is absent was replaced, not filled in; it is listed as such.
  const absent = new Set(table.excluded.map(({ name }) => name));
  const shares = table.metrics.map(({ name }, index) => ({
    name,
    share: imputedShare(table, index),
  })).filter(({ name, share }) => share > 0 && !absent.has(name)).sort((a, b) =>
    b.share - a.share
  );
  if (shares.length === 0) return [];
  const mean = shares.reduce((sum, { share }) => sum + share, 0) /
    table.metrics.length;
  const most = shares[0]!;
  return [
    `${
      percentText(mean)
    } of all values were filled in over short gaps, most in ${
      nameText(most.name)
    } (${percentText(most.share)}).`,
  ];
}

function excludedTexts({ input: { table } }: ReportView): string[] {
  if (table.excluded.length === 0) return [];
  const groups = excludedGroups(table.excluded);
  const named = groups.slice(0, MOST_NAMED).map(excludedText);
  const more = groups.slice(MOST_NAMED)
    .reduce((sum, { names }) => sum + names.length, 0);
  return [
    `${
      table.excluded.length === 1
        ? "1 column was left out"
        : `${table.excluded.length} columns were left out`
    }: ${listText([...named, ...(more > 0 ? [`${more} more`] : [])])}.`,
  ];
}

function excludedText({ names, reason, detail }: ExcludedGroup): string {
  return `${nameList(names.map(nameText))} (${detail || reason})`;
}

function rangeTexts({ input }: ReportView): string[] {
  const outside = input.evaluation.outsideTraining;
  if (outside.length === 0) return [];
  const named = outside.slice(0, MOST_NAMED).map(
    ({ feature, unit, min, max, share }) =>
      `${nameText(feature)} in ${percentText(share)} of its steps (learned: ${
        formatRange(min, max, unit)
      })`,
  );
  const more = outside.length - named.length;
  return [
    `${
      outside.length === 1 ? "1 metric" : `${outside.length} metrics`
    } left the range that the model learned from, where its expectation is less certain: ${
      listText([...named, ...(more > 0 ? [`${more} more`] : [])])
    }.`,
  ];
}

function wideBandTexts({ input }: ReportView): string[] {
  const { evaluation: { thresholds }, training: { ranges } } = input;
  const text = wideBandsText(thresholds.features, ranges);
  return text === "" ? [] : [text];
}

function clockTexts({ input: { table: { facts } } }: ReportView): string[] {
  switch (facts.clock) {
    case "naive":
      return [
        "The times in the data have no zone and were taken as UTC. If they are local times, all times here are off by the zone's offset.",
      ];
    case "unplaced":
      return [
        "The data tells only seconds since its first row: the dates here are made up, counted from 1970-01-01. --start places them.",
      ];
    case "offset":
      return ["The times were placed by --start, not by the data."];
    case "zoned":
    case "epoch":
      return [];
  }
}
