import type { LabelledSpan } from "../../../frame/labelled_span.ts";
import type { PageData, PageIncident } from "../page_data.ts";

/**
 * Pairs labels with the incidents of a page that they touch, one label an
 * incident: those that share most time first, of equal ones the closest.
 *
 * @param labels The labels.
 * @param page The incidents and their host.
 * @returns The incident of each label that has one.
 */
export function pairLabels(
  labels: readonly LabelledSpan[],
  { incidents, host }: Pick<PageData, "incidents" | "host">,
): ReadonlyMap<LabelledSpan, PageIncident> {
  const spans = incidents.map((incident) => labelOf(incident, host));
  const touching = labels.flatMap((label) =>
    (label.host ?? host) !== host ? [] : spans.map((span, index) => ({
      label,
      incident: incidents[index]!,
      shared: sharedMs(label, span),
      apart: Math.abs(span.startMs - label.startMs) +
        Math.abs(span.endMs - label.endMs),
    })).filter(({ shared }) => shared >= 0)
  ).sort((a, b) => b.shared - a.shared || a.apart - b.apart);
  const pairs = new Map<LabelledSpan, PageIncident>();
  const taken = new Set<PageIncident>();
  for (const { label, incident } of touching) {
    if (pairs.has(label) || taken.has(incident)) continue;
    pairs.set(label, incident);
    taken.add(incident);
  }
  return pairs;
}

/**
 * Writes an incident as the label that marks it. Its causes are left to a person:
 * evaluation counts what was blamed against them, which must not be its own words.
 *
 * @param incident The incident.
 * @param host Its host.
 * @returns The label, without mark, causes and note.
 */
export function labelOf(
  { start, end }: PageIncident,
  host: string,
): LabelledSpan {
  const [startMs, endMs] = [Date.parse(start), Date.parse(end)];
  return { startMs, endMs, features: [], note: "", host };
}

/**
 * Tells whether a label says nothing of other hosts, and mostly of one incident.
 *
 * @param label The label.
 * @param incident The incident, as a label.
 * @returns Whether it does.
 */
export function isAlone(label: LabelledSpan, incident: LabelledSpan): boolean {
  const { startMs, endMs, host } = label;
  return host === incident.host &&
    2 * sharedMs(label, incident) >= endMs - startMs;
}

/**
 * Time between first and last steps, without the interval that ends with the
 * first: else a longer label would share more than the one written here.
 */
function sharedMs(a: LabelledSpan, b: LabelledSpan): number {
  return Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
}
