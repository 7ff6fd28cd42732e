import { type LabelledSpan, MARKS } from "../../../frame/labelled_span.ts";
import { type IncidentMark, type Marks, NO_MARKS } from "./page_marks.ts";

/**
 * Writes marks as a browser's storage keeps them.
 *
 * @param marks The marks.
 * @returns JSON.
 */
export function toStored({ byIncident, others }: Marks): string {
  return JSON.stringify({ incidents: [...byIncident], others });
}

/**
 * Reads what a browser's storage kept; what is damaged is passed over.
 *
 * @param text What was kept, or `null`.
 * @returns The marks.
 */
export function fromStored(text: string | null): Marks {
  try {
    const { incidents, others } = JSON.parse(text ?? "{}");
    return {
      byIncident: new Map(
        Array.isArray(incidents) ? incidents.filter(isSaid) : [],
      ),
      others: Array.isArray(others) ? others.filter(isSpan) : [],
    };
  } catch {
    return NO_MARKS;
  }
}

function isSaid(entry: unknown): entry is readonly [string, IncidentMark] {
  if (!Array.isArray(entry) || typeof entry[0] !== "string") return false;
  const { mark, note, loaded } = Object(entry[1]);
  return (mark === null || isMark(mark)) && typeof note === "string" &&
    (loaded === undefined || isSpan(loaded));
}

function isSpan(span: unknown): span is LabelledSpan {
  const { startMs, endMs, features, note, mark, host } = Object(span);
  return Number.isFinite(startMs) && Number.isFinite(endMs) &&
    Array.isArray(features) && typeof note === "string" &&
    features.every((name) => typeof name === "string") &&
    (mark === undefined || isMark(mark)) &&
    (host === undefined || typeof host === "string");
}

function isMark(mark: unknown): boolean {
  return MARKS.some((known) => known === mark);
}
