import { formatTime } from "../../frame/units.ts";
import type { Cell, Table } from "../document.ts";
import { groupedContributions } from "../../detect/groups/grouped_contributions.ts";
import type { Contribution } from "../../detect/incident.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { fileName } from "../evidence/file_name.ts";
import { nameText } from "../words.ts";
import { warningBasis } from "../warnings/warning_basis.ts";
import { paragraphs } from "./paragraphs.ts";
import { tableClock } from "./table_clock.ts";
import { incidentTimeline } from "./incident_timeline.ts";
import type { TimelineEntry } from "./timeline_entry.ts";
import {
  type Chapter,
  evidenceOfTold,
  figuresById,
  type Told,
} from "./told.ts";

/** Rows of several incidents; of more, each one's are cut to what says when it was. */
const MOST_ROWS = 60;

const SCORES = "scores.parquet";

const CAPTION =
  "All times are UTC. Source: the signal that shows it (score is " +
  "the model's), and the file that holds it.";

/** An entry with its incident. */
interface Row extends TimelineEntry {
  readonly number: number;
}

/**
 * Tells in the order of time what left and what came back, with the source of
 * each row.
 *
 * @param told What is written from.
 * @returns The chapter.
 */
export function timeline(told: Told): Chapter {
  const { view, incidents } = told;
  const all = incidents.flatMap((one) => rowsOf(view, one));
  const blocks = incidents.length === 0
    ? paragraphs(["Nothing happened that the score calls an incident."])
    : [timelineTable(told, all)];
  return {
    blocks: [...blocks, ...figuresById(told, ["score"])],
    evidence: evidenceOfTold(told, {
      also: warningBasis(
        incidents.flatMap(({ incident }) => incident.warnedOf),
      ),
      times: all.map(({ ms }) => ms),
    }),
  };
}

function timelineTable(
  { view, incidents }: Told,
  all: readonly Row[],
): Table {
  const isOne = view.subject !== null;
  const isCut = !isOne && all.length > MOST_ROWS;
  const kept = isCut
    ? incidents.flatMap((one) => cutTo(one, rowsOf(view, one)))
    : all;
  // Of very many incidents the summary alone tells what they were warned of.
  const rows = isCut && kept.length > MOST_ROWS
    ? kept.filter(({ of }) => of !== "warning")
    : kept;
  const warnings = rows.some(({ of }) => of === "warning")
    ? ", early warnings"
    : "";
  const { intervalMs } = view.input.table;
  const clock = tableClock(rows.map(({ ms }) => ms), intervalMs);
  return {
    kind: "table",
    caption: isCut
      ? `${CAPTION} Of each incident: of the signals that left their bands the ` +
        `one with the largest share, alarm, peak, end${warnings}; which left ` +
        "first is told under Detection, when each was back under Recovery."
      : CAPTION,
    columns: [
      { title: `Time ${clock.zone}`, align: "left" },
      ...(isOne ? [] : [{ title: "No.", align: "right" as const }]),
      { title: "What", align: "left" },
      { title: "Source", align: "left" },
      { title: "File", align: "left" },
    ],
    rows: rows.toSorted((a, b) => a.ms - b.ms)
      .map(({ ms, number, what, source, of }): Cell[] => [
        formatTime(ms, clock.options),
        ...(isOne ? [] : [String(number)]),
        what,
        source,
        of === "alarm" && source === "score" ? SCORES : dataText(view),
      ]),
  };
}

function rowsOf(view: ReportView, one: NumberedIncident): Row[] {
  return incidentTimeline(view, one)
    .map((entry) => ({ ...entry, number: one.number }));
}

/** The alarm's own rows, warnings, and what was the most unusual of what left its band. */
function cutTo(
  { incident }: NumberedIncident,
  rows: readonly Row[],
): readonly Row[] {
  if (incident.kind === "outage") return rows;
  const left = ({ feature }: Contribution) =>
    rows.find((row) => row.left === feature);
  const onset = groupedContributions(incident.contributions)
    .flatMap(({ lead, others }) => [lead, ...others])
    .map(left).find((row) => row !== undefined);
  const own = rows.filter(({ of }) => of !== "signal");
  return onset === undefined ? own : [onset, ...own];
}

/** The file that was scored; of several how many, which the evidence lists. */
function dataText({ input: { run } }: ReportView): string {
  const files = run.inputs.filter(({ role }) => role === "data");
  const [first] = files;
  if (files.length > 1) return `${files.length} files, listed below`;
  return first === undefined ? "—" : nameText(fileName(first.path));
}
