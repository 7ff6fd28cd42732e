import type { SeenBefore } from "../../detect/incident.ts";
import type { Likeness } from "../../detect/similarity.ts";
import type { Block, Cell } from "../document.ts";
import { incidentTime } from "../incident_sentence.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { nameText } from "../words.ts";

/** From this similarity on, signals are almost the same. */
const ALMOST = 0.9;

/**
 * Shows the earlier incidents that one resembles.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns A table, or a sentence where there is none.
 */
export function seenBeforeBlocks(
  view: ReportView,
  one: NumberedIncident,
): Block[] {
  const { seenBefore, kind } = one.incident;
  if (seenBefore.length === 0) {
    return [{ kind: "paragraph", text: notSeenText(view, one) }];
  }
  const hasMarks = seenBefore.some(({ mark }) => mark !== null);
  return [{
    kind: "table",
    caption: kind === "outage"
      ? "Seen before? The latest earlier outages of the server."
      : `Seen before? The earlier incidents whose contributing signals are most like those of #${one.number}, whatever their height and length; 1 is the same.`,
    columns: [
      { title: "Earlier incident", align: "left", weight: 1.8 },
      { title: "Signals", align: "left", weight: 1.2 },
      { title: "Similarity", align: "right", weight: 0.6 },
      ...(hasMarks
        ? [{ title: "Label", align: "left" as const, weight: 1.2 }]
        : []),
      { title: "Where", align: "left", weight: 1.4 },
    ],
    rows: seenBefore.map((seen) => row(view, seen, { hasMarks, kind })),
  }];
}

function row(
  view: ReportView,
  seen: SeenBefore,
  { hasMarks, kind }: {
    readonly hasMarks: boolean;
    readonly kind: "anomaly" | "outage";
  },
): Cell[] {
  const { id, similarity, mark, source } = seen;
  const { intervalMs } = view.input.table;
  const { timeZone } = view;
  const found = source === null
    ? view.incidents.find(({ incident }) => incident.id === id)
    : undefined;
  const when = incidentTime(seen, { intervalMs, timeZone });
  const text = found === undefined ? when : `#${found.number}: ${when}`;
  const section = found?.section ?? null;
  return [
    section === null ? text : { text, section },
    kind === "outage" ? "outage" : likenessText(seen),
    similarity.toFixed(2),
    ...(hasMarks ? [mark === null ? "—" : nameText(mark)] : []),
    source === null ? "this run" : nameText(source),
  ];
}

/**
 * Says in words how alike the signals of two incidents are.
 *
 * @param likeness The similarity of incidents that are alike.
 * @returns Such as `"almost the same signals"`, `"mostly the same signals, the
 *   largest the other way"`.
 */
export function likenessText({ similarity, direction }: Likeness): string {
  const much = similarity >= ALMOST ? "almost" : "mostly";
  const way = direction === "same" ? "" : ", the largest the other way";
  return `${much} the same signals${way}`;
}

function notSeenText(
  { input: { run } }: ReportView,
  { incident }: NumberedIncident,
): string {
  // Beside the incidents of a run its span is an input, and of others only that.
  const earlier =
    run.inputs.filter(({ role, path }) =>
      role === "earlier" && path.endsWith("incidents.json")
    ).length;
  const where = earlier === 0
    ? "in this run; no earlier run of the host has one from before it"
    : `in this run or in ${
      earlier === 1 ? "the earlier run" : `the ${earlier} earlier runs`
    } of the host with incidents from before it`;
  return incident.kind === "outage"
    ? `Seen before? No earlier outage ${where}.`
    : `Seen before? No earlier incident with such signals ${where}.`;
}
