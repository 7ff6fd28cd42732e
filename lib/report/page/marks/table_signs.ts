import type { PageIncident } from "../page_data.ts";
import { element } from "./element.ts";
import { MARK_WORDS, wordOf } from "./mark_words.ts";
import type { IncidentMark } from "./page_marks.ts";

/** The marks in the table of incidents. */
export interface TableSigns {
  /** Shows what is said of an incident. */
  readonly show: (incident: PageIncident, said: IncidentMark) => void;
}

/**
 * Puts marks into the table of incidents: a sign with its word, or, where an
 * incident has no section of its own, a list to choose from.
 *
 * @param page The page.
 * @param incidents The incidents.
 * @param onSay Hears what a reader says of which incident.
 * @returns The signs, nothing shown in them yet.
 */
export function tableSigns(
  page: Document,
  incidents: readonly PageIncident[],
  onSay: (incident: PageIncident, mark: IncidentMark["mark"]) => void,
): TableSigns {
  const cells = new Map(
    [...page.querySelectorAll("#incidents > .scroll > table > tbody > tr > th")]
      .map((cell) => [cell.textContent?.trim(), cell]),
  );
  const shows = new Map<string, (said: IncidentMark) => void>();
  for (const incident of incidents) {
    const cell = cells.get(`#${incident.number}`);
    if (!cell) continue;
    if (incident.section === null) {
      const list = choices(page, incident.number);
      list.addEventListener("input", () => {
        const chosen = MARK_WORDS[list.selectedIndex];
        onSay(incident, chosen?.mark ?? null);
      });
      cell.append(" ", list);
      shows.set(incident.id, ({ mark }) => {
        list.selectedIndex = MARK_WORDS.indexOf(wordOf(mark));
        list.classList.toggle("unmarked", mark === null);
      });
    } else {
      const sign = element(page, "span", {
        attributes: { class: "mark-sign" },
      });
      cell.append(" ", sign);
      shows.set(incident.id, ({ mark }) => {
        const word = wordOf(mark);
        sign.textContent = mark === null ? "" : `${word.sign} ${mark}`;
      });
    }
  }
  return { show: ({ id }, said) => shows.get(id)?.(said) };
}

function choices(page: Document, number: number): HTMLSelectElement {
  return element(page, "select", {
    attributes: { "aria-label": `Mark incident #${number}` },
    holds: MARK_WORDS.map(({ mark, text }) =>
      element(page, "option", { holds: [mark ?? text] })
    ),
  });
}
