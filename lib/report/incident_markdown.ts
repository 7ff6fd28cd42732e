import { formatTime } from "../frame/units.ts";
import { incidentSentence, incidentTime } from "./incident_sentence.ts";
import { incidentTimeline } from "./incident_timeline.ts";
import type { NumberedIncident, ReportView } from "./report_view.ts";
import { replayText } from "./replay_words.ts";
import { blindSpotsSection } from "./sections/blind_spots_section.ts";
import { incidentChangeText, movesOf } from "./sections/change_words.ts";
import { contributionsTable } from "./sections/contributions_table.ts";
import { counterfactualText } from "./sections/counterfactual_blocks.ts";
import { likenessText } from "./sections/seen_before_blocks.ts";
import { confidenceText } from "./incident/confidence_text.ts";
import { onsetText } from "./incident/onset_text.ts";
import { markdownCode } from "./markdown_code.ts";
import { markdownText } from "./markdown_text.ts";
import { nameText } from "./words.ts";

/** Digits of a file's SHA-256 that tell files apart. */
const HASH_DIGITS = 16;

/**
 * Writes an incident as Markdown to be pasted into a postmortem: what the data
 * shows, in UTC and in units, with the evidence behind it; no cause, no names of
 * people, and the impact left to those who know it.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The text; its headings begin at the third level.
 */
export function incidentMarkdown(
  view: ReportView,
  one: NumberedIncident,
): string {
  const { incident } = one;
  const { intervalMs } = view.input.table;
  const zone = { intervalMs, timeZone: view.timeZone };
  const lines = [
    `### ${markdownText(nameText(incident.host))}, ${
      incidentTime(incident, zone)
    }`,
    "",
    markdownText(incidentSentence(incident, zone)),
    "",
    ...[
      onsetText(incident, { intervalMs }),
      confidenceText(incident.confidence),
    ].filter((text) => text !== "").flatMap((text) => [markdownText(text), ""]),
    ...changeLines(view, one),
    "Impact on users: (to be filled in; these data do not show it)",
    "",
    "#### Timeline (UTC)",
    "",
    ...rowsOf([
      ["Time", "What", "Source"],
      ...incidentTimeline(view, one).map(({ ms, what, source }) => [
        formatTime(ms, { intervalMs }).replace(/ UTC$/, ""),
        what,
        source,
      ]),
    ]),
    "",
    ...signalLines(one, intervalMs),
    ...counterfactualLines(one, intervalMs),
    ...detectionLines(view, one),
    ...seenBeforeLines(view, one),
    "#### What could not be seen",
    "",
    ...blindSpots(view).map((text) => `- ${markdownText(text)}`),
    "",
    "#### Evidence",
    "",
    ...evidence(view, one).map((text) => `- ${text}`),
  ];
  return lines.join("\n") + "\n";
}

function changeLines(view: ReportView, { incident }: NumberedIncident) {
  const { intervalMs } = view.input.table;
  const options = { intervalMs, timeZone: view.timeZone };
  const text = incidentChangeText(movesOf(view, incident), options);
  return text === "" ? [] : [markdownText(text), ""];
}

function signalLines(one: NumberedIncident, intervalMs: number): string[] {
  if (one.incident.kind === "outage") return [];
  const { columns, rows } = contributionsTable(one, { intervalMs });
  return [
    "#### Contributing signals",
    "",
    ...rowsOf([
      columns.map(({ title }) => title),
      ...rows.map((row) =>
        row.map((cell) => typeof cell === "string" ? cell : cell.text)
      ),
    ]),
    "",
    "● passed its own threshold; actual and expected are at the signal's worst step. " +
    "Contributing signals say where it shows, not what set it off.",
    "",
  ];
}

function counterfactualLines(
  { incident }: NumberedIncident,
  intervalMs: number,
): string[] {
  const text = counterfactualText(incident, { intervalMs });
  return text === "" ? [] : [markdownText(text), ""];
}

function detectionLines(
  { input: { evaluation } }: ReportView,
  { incident }: NumberedIncident,
): string[] {
  const text = replayText(incident, evaluation.replay);
  return text === "" ? [] : ["#### Detection", "", markdownText(text), ""];
}

function seenBeforeLines(
  { input: { table: { intervalMs } }, timeZone }: ReportView,
  { incident: { seenBefore, kind } }: NumberedIncident,
): string[] {
  if (seenBefore.length === 0) return [];
  const items = seenBefore.map((seen) => {
    const signals = kind === "outage" ? ["outage"] : [
      `${likenessText(seen)} (similarity ${seen.similarity.toFixed(2)})`,
    ];
    const label = seen.mark === null ? [] : [`label: ${nameText(seen.mark)}`];
    const where = seen.source === null ? [] : [`in ${nameText(seen.source)}`];
    const when = incidentTime(seen, { intervalMs, timeZone });
    const what = [...signals, ...label, ...where].join(", ");
    return `- ${markdownText(`${when}: ${what}`)}`;
  });
  return ["#### Seen before", "", ...items, ""];
}

function blindSpots(view: ReportView): readonly string[] {
  return blindSpotsSection(view).blocks
    .flatMap((block) => block.kind === "list" ? block.items : []);
}

function evidence(
  { input: { run, evaluation } }: ReportView,
  { incident }: NumberedIncident,
): string[] {
  const files = run.inputs.map(({ role, path, sha256 }) =>
    `${role}: ${markdownCode(path)} (SHA-256 \`${
      sha256.slice(0, HASH_DIGITS)
    }…\`)`
  );
  return [
    `incident: ${markdownCode(incident.id)}`,
    ...files,
    `model: ${markdownCode(run.model.name)}, version ${
      markdownCode(run.model.version)
    }`,
    `alarm budget: ${markdownText(evaluation.budget.text)}`,
    `command: ${markdownCode(run.command)}`,
  ];
}

function rowsOf(rows: readonly (readonly string[])[]): string[] {
  const [head = [], ...body] = rows.map((row) => row.map(markdownText));
  return [head, head.map(() => "---"), ...body]
    .map((row) => `| ${row.join(" | ")} |`);
}
