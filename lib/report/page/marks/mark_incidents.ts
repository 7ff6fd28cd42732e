import type { PageData } from "../page_data.ts";
import { toldIncidents } from "../told_incidents.ts";
import { markControls } from "./mark_controls.ts";
import { type LoadedFile, marksBar } from "./marks_bar.ts";
import {
  type MarkedPage,
  marksFromCsv,
  marksToCsv,
  otherLabels,
} from "./marks_csv.ts";
import { marksStore } from "./marks_store.ts";
import {
  type IncidentMark,
  markOfIncident,
  type Marks,
  NO_MARKS,
  withMark,
} from "./page_marks.ts";
import { tableSigns } from "./table_signs.ts";

const NOT_KEPT = "This browser keeps nothing for this page: marks last until " +
  "it is closed, so download them.";

/**
 * Lets a reader mark each incident of a report true, false or maintenance, with
 * a note; keeps that in the browser's own storage where it may, and writes and
 * reads it as labels.csv.
 *
 * @param page The page.
 * @param data What its script is told.
 */
export function markIncidents(page: Document, data: PageData): void {
  const section = page.getElementById("incidents");
  const { host, marks: told } = data;
  const incidents = toldIncidents(data);
  if (!section || !told || incidents.length === 0) return;
  const marked: MarkedPage = { host, incidents, marks: told };
  const store = marksStore(page, `${host} ${told.key}`);
  let marks = store.read();
  let isKept = true;

  const controls = new Map(incidents.flatMap((incident) => {
    const title = incident.section === null
      ? null
      : page.getElementById(`${incident.section}-title`);
    if (!title) return [];
    const made = markControls(
      page,
      incident,
      (said) => setMarks(withMark(marks, incident.id, said)),
    );
    const tools = title.parentElement?.querySelector(":scope > .tools");
    (tools ?? title).after(made.root);
    return [[incident.id, made] as const];
  }));
  const signs = tableSigns(page, incidents, (incident, mark) => {
    const { note } = markOfIncident(marks, incident.id);
    setMarks(withMark(marks, incident.id, { mark, note }));
  });
  const bar = marksBar(page, {
    csv: () => marksToCsv(marks, marked),
    load: (name, text) => load(name, text),
    clear: () => {
      const before = marks;
      setMarks(NO_MARKS);
      return () => setMarks(before);
    },
  });
  const table = section.querySelector(":scope > .scroll:has(> table)");
  if (table) table.before(bar.root);
  else section.append(bar.root);
  // Another window of the same report.
  page.defaultView?.addEventListener("storage", (change) => {
    // What is not kept has nowhere to come back from.
    if (!isKept || store.isOther(change)) return;
    marks = store.read();
    show();
  });
  show();

  function setMarks(now: Marks): void {
    marks = now;
    show();
    const wasKept = isKept;
    isKept = store.keep(marks);
    if (wasKept && !isKept) bar.say(NOT_KEPT);
  }

  function show(): void {
    for (const incident of incidents) {
      const said: IncidentMark = markOfIncident(marks, incident.id);
      controls.get(incident.id)?.show(said);
      signs.show(incident, said);
    }
    bar.count(countText(marks, marked));
  }

  function load(name: string, text: string): LoadedFile {
    try {
      const before = marks;
      const loaded = marksFromCsv(marks, marked, { name, text });
      setMarks(loaded.marks);
      const others = loaded.others === 0
        ? ""
        : `; ${loaded.others} of its labels are of no incident here and stay in the file`;
      return {
        said: `Loaded ${loaded.found} marks from ${name}${others}.`,
        bringBack: () => setMarks(before),
      };
    } catch (error) {
      return { said: error instanceof Error ? error.message : String(error) };
    }
  }
}

function countText(marks: Marks, page: MarkedPage): string {
  const { incidents } = page;
  const said = incidents.map(({ id }) => markOfIncident(marks, id));
  const count = said.filter(({ mark }) => mark !== null).length;
  const bare = said.filter(({ mark, note }) => mark === null && note !== "");
  const { length: others } = otherLabels(marks, page);
  return `${count} of ${incidents.length} marked` +
    (bare.length > 0 ? "; a note without a mark is not downloaded" : "") +
    (others > 0 ? `; ${others} other labels loaded` : "");
}
