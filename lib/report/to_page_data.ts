import type { MarksFile, PageData, PageIncident } from "./page/page_data.ts";
import type { NumberedIncident, ReportView } from "./report_view.ts";
import { signalsOf } from "./signals_of.ts";

/** Digits of a hash that tell one file from another. */
const HASH_DIGITS = 12;

/**
 * Gathers what the script of a report's page is told.
 *
 * @param view The report's view.
 * @returns Plain values that JSON can hold.
 */
export function toPageData(view: ReportView): PageData {
  const { timeZone, incidents, subject, input: { table } } = view;
  const { host, intervalMs } = table;
  return {
    host,
    timeZone,
    intervalMs,
    incidents: incidents.map(pageIncident),
    ...(subject === null ? {} : { subject: subject.incident.id }),
    marks: marksFile(view),
  };
}

/**
 * The same data scored by the same model has the same incidents. What is about
 * one of them keeps its mark apart, or Clear would take those of the others.
 */
function marksFile({ subject, input }: ReportView): MarksFile {
  const { run, table } = input;
  const data = run.inputs.filter(({ role }) => role === "data")
    .map(({ sha256 }) => sha256.slice(0, HASH_DIGITS));
  return {
    key: [
      run.model.version,
      ...data,
      ...(subject === null ? [] : [subject.incident.id]),
    ].join("-"),
    times: table.facts.clock === "unplaced" ? "seconds" : "instants",
  };
}

function pageIncident(
  { number, section, incident }: NumberedIncident,
): PageIncident {
  const { id, kind, start, end } = incident;
  const signals = signalsOf(incident).map(({ feature }) => feature);
  return { id, number, section, kind, start, end, signals };
}
