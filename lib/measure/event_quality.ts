import type { StepRange } from "../frame/metric_table.ts";
import { quantile } from "../detect/quantile.ts";

/** Alarms and what they are measured against. */
export interface EventInput {
  /** Runs of alarms, merged, in order. */
  readonly alarms: readonly StepRange[];
  /** Labelled events, in order. */
  readonly events: readonly StepRange[];
  /** Spans that count as found without an alarm, and are never false: outages. */
  readonly outages: readonly StepRange[];
  /** Spans in which no alarm is false. */
  readonly maintenance?: readonly StepRange[];
  /**
   * Steps of alarms in a row after which a run is known.
   *
   * @default {1}
   */
  readonly minSteps?: number;
  /** Days of the series. */
  readonly days: number;
}

/** How alarms compare with labelled events. */
export interface EventQuality {
  /** Share of the events that an alarm touches; `null` without events. */
  readonly eventRecall: number | null;
  /** Runs of alarms that touch no event, a day. */
  readonly falseAlarmsPerDay: number;
  /**
   * Steps from an event's first to where the alarm that found it is known, at
   * least 0, the median over the events found; `null` where none was.
   */
  readonly medianDelaySteps: number | null;
}

/**
 * Measures alarms against labelled events, step by step: an event is found where
 * a run of alarms shares a step with it, and a run that shares none with any
 * event is a false alarm, unless there is maintenance.
 *
 * @param input Alarms and events.
 * @returns The measures.
 */
export function eventQuality(input: EventInput): EventQuality {
  const { alarms, events, outages, maintenance = [], days } = input;
  const { minSteps = 1 } = input;
  const signs = [
    ...alarms.map((run) => ({ ...run, known: run.start + minSteps - 1 })),
    ...outages.map((run) => ({ ...run, known: run.start })),
  ];
  const delays = events.flatMap((event) => {
    const first = Math.min(
      ...signs.filter((run) => touches(run, event)).map(({ known }) => known),
    );
    return first === Infinity ? [] : [Math.max(0, first - event.start)];
  });
  const falseAlarms = alarms.filter((run) =>
    ![...events, ...maintenance].some((span) => touches(run, span))
  );
  return {
    eventRecall: events.length > 0 ? delays.length / events.length : null,
    falseAlarmsPerDay: falseAlarms.length / days,
    medianDelaySteps: delays.length > 0 ? quantile(delays, 0.5) : null,
  };
}

function touches(one: StepRange, other: StepRange): boolean {
  return one.start < other.end && other.start < one.end;
}
