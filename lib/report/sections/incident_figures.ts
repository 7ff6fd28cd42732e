import { evidenceOf } from "../evidence/evidence.ts";
import { actualExpectedChart } from "../../chart/actual_expected_chart.ts";
import { contributionChart } from "../../chart/contribution_chart.ts";
import { NARROW_WIDTH } from "../../chart/theme.ts";
import { aroundIncident } from "../around_incident.ts";
import { actualExpectedTable } from "../data_tables/actual_expected_table.ts";
import type { Figure } from "../document.ts";
import { contributionsData } from "../figures/data/contributions_data.ts";
import { seriesData } from "../figures/data/series_data.ts";
import type { TrendSeries } from "../../chart/trend_series.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import {
  type ContributionGroup,
  groupedContributions,
} from "../../detect/groups/grouped_contributions.ts";
import {
  companyOf,
  groupName,
  shortGroupText,
} from "../incident/group_text.ts";
import { ringsText } from "../incident/rings_text.ts";
import { listText, nameText, percentText } from "../words.ts";
import {
  type IncidentFigureOptions,
  incidentHeatmap,
} from "./incident_heatmap.ts";

/** Metrics that are shown actual against expected. */
const MOST_PANELS = 4;

/** Characters before a bar; the table below has the names in full. */
const BAR_NAME_LENGTH = 48;

/** The same on paper. */
const PAPER_NAME_LENGTH = 28;

/** From so many metrics on they stand two in a row on paper. */
const MANY_PANELS = 3;

/**
 * Draws an incident: contributions, actual against expected, and the errors of
 * all features around it.
 *
 * @param view The report's view.
 * @param one The incident, of kind `"anomaly"`.
 * @returns The figures, in this order.
 */
export async function incidentFigures(
  view: ReportView,
  one: NumberedIncident,
): Promise<readonly [Figure, Figure, Figure]> {
  const byName = new Map(view.series.map((series) => [series.name, series]));
  // Features by falling contribution, then those without one.
  const ranked = [
    ...new Set([
      ...one.incident.contributions.flatMap(({ feature }) =>
        byName.get(feature) ?? []
      ),
      ...view.series,
    ]),
  ];
  const range = aroundIncident(one.range, view.input.table.steps);
  return [
    await contributionsFigure(view, one),
    await actualExpectedFigure(view, one, { ranked, range }),
    await incidentHeatmap(view, one, { ranked, range }),
  ];
}

async function contributionsFigure(
  { input }: ReportView,
  { incident, number, range }: NumberedIncident,
): Promise<Figure> {
  const groups = groupedContributions(incident.contributions);
  const top = groups.slice(0, 3)
    .map((group) => `${groupName(group)} ${percentText(group.share)}`);
  const toBars = (nameOf: (group: ContributionGroup) => string) =>
    groups.map((group) => ({
      ...{ feature: nameOf(group), share: group.share },
      ...{ own: group.lead.share, isCause: group.isCause },
    }));
  const isGrouped = groups.some(({ others }) => others.length > 0);
  const alt = `Contributions to incident #${number}: ${listText(top)}`;
  return {
    kind: "figure",
    id: `incident-${number}-contributions`,
    svg: await contributionChart(toBars(barName), { label: alt }),
    paper: await contributionChart(toBars(paperName), {
      ...{ label: alt, width: NARROW_WIDTH },
    }),
    caption: `Each signal's share of incident #${number}. ` +
      "● and orange: the signal passed its own threshold." +
      (isGrouped
        ? " Metrics that move together share a bar; the part of the one named first is in full colour."
        : ""),
    alt,
    evidence: evidenceOf(input, { basis: "score", range }),
    data: () => contributionsData(incident),
  };
}

/** All members that left their bands, as long as there is room for them. */
function barName(group: ContributionGroup): string {
  const name = groupName(group);
  const others = companyOf(group).length;
  return name.length <= BAR_NAME_LENGTH || others === 0
    ? name
    : `${nameText(group.lead.feature)} (with ${others} more)`;
}

/** The same in less room. */
function paperName(group: ContributionGroup): string {
  const name = groupName(group);
  return name.length <= PAPER_NAME_LENGTH
    ? name
    : shortGroupText(group.lead.feature, companyOf(group).length);
}

async function actualExpectedFigure(
  view: ReportView,
  { incident, number }: NumberedIncident,
  { ranked, range }: IncidentFigureOptions,
): Promise<Figure> {
  const groups = groupedContributions(incident.contributions);
  const causes = groups.filter(({ isCause }) => isCause).length;
  // One of what moves together, before any second one.
  const place = new Map(groups.map(({ lead }, i) => [lead.feature, i]));
  const placeOf = ({ name }: TrendSeries) => place.get(name) ?? Infinity;
  const shown = ranked.toSorted((a, b) =>
    placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)
  ).slice(0, Math.min(MOST_PANELS, Math.max(2, causes)));
  const alt = `Actual against expected around incident #${number}: ${
    listText(shown.map(({ name }) => nameText(name)))
  }`;
  const chart = { range, incidents: view.chartIncidents, label: alt };
  return {
    kind: "figure",
    id: `incident-${number}-actual-expected`,
    svg: await actualExpectedChart(shown, chart),
    ...(shown.length < MANY_PANELS ? {} : {
      paper: await actualExpectedChart(shown, { ...chart, columns: 2 }),
    }),
    caption:
      "Measured (solid line) against expected (dashed) and its band (green " +
      `area). ${ringsText(shown, range)} The incident is shaded; the view ` +
      "starts twice its length before it.",
    alt,
    evidence: evidenceOf(view.input, { basis: "score", range }),
    table: actualExpectedTable(view, shown, { range, number }),
    data: () => seriesData(view, shown, { range, names: "shown" }),
  };
}
