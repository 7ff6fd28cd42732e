import type { Incident } from "../../detect/incident.ts";
import { type EarlierIncident, seenBefore } from "../../detect/seen_before.ts";
import type { LabelledSpan } from "../../frame/labelled_span.ts";
import { instantsOf, mostShared } from "../../frame/shared_time.ts";
import { labelText } from "./label_text.ts";

/** What incidents may have been seen in. */
export interface SeenBeforeContext {
  /** What earlier runs found. */
  readonly earlier: readonly EarlierIncident[];
  /** Labelled spans of any time, or `null`. */
  readonly labels: readonly LabelledSpan[] | null;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
}

/**
 * Tells each incident which earlier ones it resembles: of the same run, and of
 * earlier runs. What this run's labels say of one counts before what stood in
 * the earlier run; of several labels the one that shares most time with it.
 *
 * @param incidents The run's incidents, in order of time.
 * @param context Earlier incidents and labels.
 * @returns The same incidents with `seenBefore`.
 */
export function withSeenBefore(
  incidents: readonly Incident[],
  { earlier, labels, intervalMs }: SeenBeforeContext,
): Incident[] {
  const labelOf = ({ start, end }: Pick<Incident, "start" | "end">) => {
    const span = {
      startMs: Date.parse(start),
      endMs: Date.parse(end),
      intervalMs,
    };
    const label = mostShared(instantsOf(span), labels ?? []);
    return label === undefined ? null : labelText(label);
  };
  const own = incidents.map((incident) => ({ ...incident, source: null }));
  const others = [...earlier, ...own.map((one) => ({ ...one, mark: null }))]
    .map((other) => ({ ...other, mark: labelOf(other) ?? other.mark }));
  const seen = seenBefore(incidents, others);
  return incidents.map((incident, i) => ({
    ...incident,
    seenBefore: seen[i] ?? [],
  }));
}
