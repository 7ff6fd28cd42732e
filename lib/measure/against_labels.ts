import type { Incident } from "../detect/incident.ts";
import { isoTime } from "../frame/iso_time.ts";
import type { LabelledSpan } from "../frame/labelled_span.ts";
import { sharedMs, type StepSpan } from "../frame/shared_time.ts";
import type { LabelledEvent, LabelledQuality } from "./evaluation.ts";

/** What of an incident tells where it was and what it blames. */
export type Found = Pick<
  Incident,
  "id" | "kind" | "start" | "end" | "contributions"
>;

/** Incidents and what a person says about the same time. */
export interface LabelInput {
  /** Incidents, anomalies and outages alike. */
  readonly incidents: readonly Found[];
  /** Labelled spans; those outside the table's span are passed over. */
  readonly labels: readonly LabelledSpan[];
  /** First step of the table, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last step of the table (included), milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Days with a score. */
  readonly days: number;
}

/**
 * Measures incidents against labels: **event recall** is the share of labelled
 * events that an incident touches, a **false alarm** is an incident that touches
 * no label; an outage is a fact and never a false alarm. Where several incidents
 * touch an event, the one that shares the most time with it counts as the one
 * that found it. A step stands for the interval that ends with it.
 *
 * @param input Incidents and labels.
 * @returns The measures and one row a labelled event.
 */
export function againstLabels(input: LabelInput): LabelledQuality {
  const { incidents, labels, startMs, endMs, intervalMs, days } = input;
  const inside = labels.filter((label) =>
    label.startMs <= endMs && label.endMs > startMs - intervalMs
  );
  const spans = incidents.map((incident) => spanOf(incident, intervalMs));
  const perEvent = inside.map((label) => labelledEvent(label, spans));
  const falseAlarms = spans.filter((span) =>
    span.incident.kind === "anomaly" &&
    !inside.some((label) => sharedMs(span, label) >= 0)
  ).length;
  const eventsFound =
    perEvent.filter(({ incident }) => incident !== null).length;
  const judged = perEvent.filter(({ incident, features }) =>
    incident !== null && features.length > 0
  );
  return {
    events: inside.length,
    eventsFound,
    eventRecall: inside.length > 0 ? eventsFound / inside.length : null,
    falseAlarms,
    falseAlarmsPerDay: days > 0 ? falseAlarms / days : 0,
    topCauseRight: judged
      .filter(({ features, topFeature }) => features.includes(topFeature ?? ""))
      .length,
    topCauseOf: judged.length,
    perEvent,
  };
}

/** An incident with the time that it stands for. */
interface IncidentSpan extends StepSpan {
  readonly incident: Found;
}

function spanOf(incident: Found, intervalMs: number): IncidentSpan {
  return {
    incident,
    startMs: Date.parse(incident.start),
    endMs: Date.parse(incident.end),
    intervalMs,
  };
}

function labelledEvent(
  label: LabelledSpan,
  spans: readonly IncidentSpan[],
): LabelledEvent {
  const touching = spans.filter((span) => sharedMs(span, label) >= 0)
    .toSorted((a, b) => sharedMs(b, label) - sharedMs(a, label));
  const found = touching[0]?.incident;
  const first = Math.min(...touching.map(({ startMs }) => startMs));
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
