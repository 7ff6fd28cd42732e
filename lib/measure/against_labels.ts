import type { Incident } from "@lib/detect/incident.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import type { LabelledSpan } from "@lib/frame/labelled_span.ts";
import type {
  LabelledEvent,
  LabelledQuality,
} from "@lib/measure/evaluation.ts";

/** Incidents and what a person says about the same time. */
export interface LabelInput {
  /** Incidents, anomalies and outages alike. */
  readonly incidents: readonly Incident[];
  /** Labelled spans; those outside the span of scoring are passed over. */
  readonly labels: readonly LabelledSpan[];
  /** First scored instant, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last scored instant (included), milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** Days with a score. */
  readonly days: number;
}

/**
 * Measures incidents against labels: **event recall** is the share of labelled
 * events that an incident touches, a **false alarm** is an incident that touches
 * no label. Where several incidents touch an event, the one that shares the most
 * time with it counts as the one that found it.
 *
 * @param input Incidents and labels.
 * @returns The measures and one row a labelled event.
 */
export function againstLabels(input: LabelInput): LabelledQuality {
  const { incidents, labels, startMs, endMs, days } = input;
  const inside = labels.filter((label) =>
    label.startMs <= endMs && label.endMs >= startMs
  );
  const perEvent = inside.map((label) => labelledEvent(label, incidents));
  const falseAlarms = incidents
    .filter((incident) => !inside.some((label) => touches(incident, label)))
    .length;
  const eventsFound =
    perEvent.filter(({ incident }) => incident !== null).length;
  const judged = perEvent.filter(({ incident, features }) =>
    incident !== null && features.length > 0
  );
  return {
    events: inside.length,
    eventsFound,
    eventRecall: inside.length > 0 ? eventsFound / inside.length : 0,
    falseAlarms,
    falseAlarmsPerDay: days > 0 ? falseAlarms / days : 0,
    topCauseRight: judged
      .filter(({ features, topFeature }) => features.includes(topFeature ?? ""))
      .length,
    topCauseOf: judged.length,
    perEvent,
  };
}

function labelledEvent(
  label: LabelledSpan,
  incidents: readonly Incident[],
): LabelledEvent {
  const touching = incidents.filter((incident) => touches(incident, label))
    .toSorted((a, b) => sharedMs(b, label) - sharedMs(a, label));
  const found = touching[0];
  const first = Math.min(...touching.map(({ start }) => Date.parse(start)));
  return {
    start: isoTime(label.startMs),
    end: isoTime(label.endMs),
    note: label.note,
    features: label.features,
    incident: found?.id ?? null,
    delaySeconds: found ? Math.max(0, first - label.startMs) / 1000 : null,
    topFeature: found?.contributions[0]?.feature ?? null,
  };
}

function sharedMs(incident: Incident, label: LabelledSpan): number {
  return Math.min(Date.parse(incident.end), label.endMs) -
    Math.max(Date.parse(incident.start), label.startMs);
}

function touches(incident: Incident, label: LabelledSpan): boolean {
  return Date.parse(incident.start) <= label.endMs &&
    Date.parse(incident.end) >= label.startMs;
}
