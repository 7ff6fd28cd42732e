import type { Incident } from "../detect/incident.ts";
import { isoTime } from "../frame/iso_time.ts";
import {
  type LabelledSpan,
  type Mark,
  markOf,
} from "../frame/labelled_span.ts";
import {
  instantsOf,
  mostShared,
  sharedMs,
  type StepSpan,
} from "../frame/shared_time.ts";
import { counterfactualQuality } from "./counterfactual_quality.ts";
import type { LabelledEvent, LabelledQuality } from "./evaluation.ts";

/** What of an incident tells where it was and what it blames. */
export type Found =
  & Pick<Incident, "id" | "kind" | "start" | "end" | "contributions">
  & Partial<Pick<Incident, "counterfactual">>;

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
  /**
   * Milliseconds from an anomaly's start to where it is known: it must last.
   *
   * @default {0}
   */
  readonly knownAfterMs?: number;
  /** Days with a score and without maintenance. */
  readonly days: number;
}

/**
 * Measures incidents against labels: **event recall** is the share of the events
 * marked true that an incident touches, a **false alarm** is an incident that
 * touches none of them; an outage is a fact and never a false alarm. Where several
 * incidents touch an event, the one that shares the most time with it counts as
 * the one that found it. A step stands for the interval that ends with it.
 *
 * Maintenance counts as neither: an incident that touches it and no event is not
 * false, and an event that lies in it as a whole is left out.
 *
 * @param input Incidents and labels.
 * @returns The measures, one row a labelled event, one an incident with a label.
 */
export function againstLabels(input: LabelInput): LabelledQuality {
  const { incidents, labels, startMs, endMs, intervalMs, days } = input;
  const inside = labels.filter((label) =>
    label.startMs <= endMs && label.endMs > startMs - intervalMs
  );
  const marked = (mark: Mark) =>
    inside.filter((label) => markOf(label) === mark);
  const maintenance = marked("maintenance");
  const events = marked("true").filter((event) =>
    !maintenance.some((span) =>
      span.startMs <= event.startMs && event.endMs <= span.endMs
    )
  );
  const { knownAfterMs = 0 } = input;
  const spans = incidents.map((incident) => ({
    ...spanOf(incident, intervalMs),
    knownAfterMs: incident.kind === "anomaly" ? knownAfterMs : 0,
  }));
  const perEvent = events.map((label) => labelledEvent(label, spans));
  const unexplained = spans.filter((span) =>
    span.incident.kind === "anomaly" && !touchesAny(span, events)
  );
  const falseAlarms = unexplained
    .filter((span) => !touchesAny(span, maintenance));
  const judgedFalse = marked("false");
  const eventsFound =
    perEvent.filter(({ incident }) => incident !== null).length;
  const judged = perEvent.filter(({ incident, features }) =>
    incident !== null && features.length > 0
  );
  return {
    events: events.length,
    eventsFound,
    eventRecall: events.length > 0 ? eventsFound / events.length : null,
    falseAlarms: falseAlarms.length,
    falseAlarmsPerDay: days > 0 ? falseAlarms.length / days : 0,
    days,
    markedFalse: {
      spans: judgedFalse.length,
      alarmed:
        judgedFalse.filter((label) =>
          falseAlarms.some((span) => touchesAny(span, [label]))
        ).length,
    },
    maintenance: {
      spans: maintenance.length,
      incidents: unexplained.length - falseAlarms.length,
    },
    topCauseRight: judged
      .filter(({ features, topFeature }) => features.includes(topFeature ?? ""))
      .length,
    topCauseOf: judged.length,
    counterfactuals: counterfactualQuality(judged.flatMap((event) => {
      const found = incidents.find(({ id }) => id === event.incident);
      return found ? [{ causes: event.features, incident: found }] : [];
    })),
    perEvent,
    perIncident: spans.flatMap((span) => {
      const label = mostShared(instantsOf(span), inside);
      const { id } = span.incident;
      return label
        ? [{ incident: id, mark: markOf(label), note: label.note }]
        : [];
    }),
  };
}

/** An incident with the time that it stands for. */
interface IncidentSpan extends StepSpan {
  readonly incident: Found;
}

/** And when somebody knew of it. */
interface KnownSpan extends IncidentSpan {
  readonly knownAfterMs: number;
}

function spanOf(incident: Found, intervalMs: number): IncidentSpan {
  return {
    incident,
    startMs: Date.parse(incident.start),
    endMs: Date.parse(incident.end),
    intervalMs,
  };
}

function touchesAny(
  span: IncidentSpan,
  labels: readonly LabelledSpan[],
): boolean {
  return labels.some((label) => sharedMs(span, label) >= 0);
}

function labelledEvent(
  label: LabelledSpan,
  spans: readonly KnownSpan[],
): LabelledEvent {
  const touching = spans.filter((span) => sharedMs(span, label) >= 0);
  const found = mostShared(
    label,
    touching.map((span) => ({ ...span, ...instantsOf(span) })),
  )?.incident;
  const known = Math.min(
    ...touching.map(({ startMs, knownAfterMs }) => startMs + knownAfterMs),
  );
  return {
    start: isoTime(label.startMs),
    end: isoTime(label.endMs),
    note: label.note,
    features: label.features,
    incident: found?.id ?? null,
    delaySeconds: found ? Math.max(0, known - label.startMs) / 1000 : null,
    topFeature: found?.contributions[0]?.feature ?? null,
  };
}
