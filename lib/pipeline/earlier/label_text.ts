import {
  type LabelledSpan,
  type Mark,
  markOf,
} from "../../frame/labelled_span.ts";

/** What a mark says where the labeller wrote no words. */
const WORDS: Readonly<Record<Mark, string>> = {
  true: "labelled",
  false: "false alarm",
  maintenance: "maintenance",
};

/**
 * Says in words what a label says of an incident.
 *
 * @param label The label.
 * @returns Its note, behind its mark where it was no incident: such as
 *   `"nightly backup"`, `"false alarm"`, `"maintenance: new kernel"`.
 *
 * @example Usage
 * ```ts
 * import { labelText } from "@lib/pipeline/earlier/label_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(labelText({ note: "nightly backup" }), "nightly backup");
 * assert.equal(labelText({ note: "", mark: "false" }), "false alarm");
 * ```
 */
export function labelText(label: Pick<LabelledSpan, "note" | "mark">): string {
  const mark = markOf(label);
  const note = label.note.trim();
  if (note === "") return WORDS[mark];
  return mark === "true" ? note : `${WORDS[mark]}: ${note}`;
}
