import type { PageIncident } from "../page_data.ts";
import { element } from "./element.ts";
import { MARK_WORDS, wordOf } from "./mark_words.ts";
import type { IncidentMark } from "./page_marks.ts";

/** The controls of one incident. */
export interface MarkControls {
  /** What stands in the page. */
  readonly root: HTMLElement;
  /** Shows what is said of the incident. */
  readonly show: (said: IncidentMark) => void;
}

/** Characters of a note. */
const LONGEST_NOTE = "2000";

/**
 * Makes the controls by which a reader marks an incident in its own section. On
 * paper they are a sentence.
 *
 * @param page The page.
 * @param incident The incident.
 * @param onSay Hears what a reader says.
 * @returns The controls, not yet in the page.
 */
export function markControls(
  page: Document,
  { number, kind }: Pick<PageIncident, "number" | "kind">,
  onSay: (said: IncidentMark) => void,
): MarkControls {
  const name = `mark-${number}`;
  const radios = MARK_WORDS.map((word) => ({
    word,
    input: element(page, "input", {
      attributes: { type: "radio", name, value: word.mark ?? "" },
    }),
  }));
  const note = element(page, "textarea", {
    attributes: { rows: "1", maxlength: LONGEST_NOTE, spellcheck: "true" },
  });
  const printed = element(page, "p", { attributes: { class: "marked" } });
  const what = kind === "outage" ? "outage" : "incident";
  const root = element(page, "fieldset", {
    attributes: { class: "marking" },
    holds: [
      element(page, "legend", { holds: [`Mark ${what} #${number}`] }),
      ...radios.map(({ word, input }) =>
        element(page, "label", { holds: [input, ` ${word.text}`] })
      ),
      element(page, "label", {
        attributes: { class: "mark-note" },
        holds: ["Note ", note],
      }),
      element(page, "a", {
        attributes: { href: "#marks" },
        holds: ["Download the marks"],
      }),
    ],
  });
  const said = (): IncidentMark => ({
    mark: radios.find(({ input }) => input.checked)?.word.mark ?? null,
    note: note.value,
  });
  root.addEventListener("input", () => onSay(said()));
  return {
    root: element(page, "div", { holds: [root, printed] }),
    show: (now) => {
      for (const { word, input } of radios) {
        input.checked = word.mark === now.mark;
      }
      // A value that is set moves the cursor of one who types.
      if (note.value !== now.note) note.value = now.note;
      const text = now.note.trim();
      printed.textContent = now.mark === null && text === "" ? "" : [
        `Marked by a reader: ${wordOf(now.mark).text}.`,
        ...(text === "" ? [] : [`Note: ${text}`]),
      ].join(" ");
    },
  };
}
