import { type Incident, INCIDENTS } from "./incidents.ts";

/** Seconds from one scrape, and row, to the next. */
export const STEP_SECONDS = 5;

/** Seconds that rates look back: 4 scrapes. */
export const RATE_SECONDS = 4 * STEP_SECONDS;

/**
 * Normal parts shorter than this are rehearsals: everything that follows is
 * {@linkcode REHEARSAL} times as short, too.
 */
export const REHEARSAL_BELOW_MINUTES = 10;

const REHEARSAL = 8;

/** Seconds of work before the first row: by then all rates look back on work. */
const SETTLE_SECONDS = RATE_SECONDS + STEP_SECONDS;

/** Seconds of normal life that the test part begins with. */
const LEAD_IN_SECONDS = 300;

/** Seconds from one incident's start to the next one's. */
const SPACING_SECONDS = 360;

/** Seconds of normal life after the last incident. */
const TAIL_SECONDS = 60;

/** When what happens, in seconds since the work began. */
export interface Plan {
  /** The first row. */
  readonly startSeconds: number;
  /** The first row of the test part. */
  readonly splitSeconds: number;
  /** The first moment that is not recorded any more. */
  readonly endSeconds: number;
  /** The incidents, in order. */
  readonly incidents: readonly PlannedIncident[];
}

/** An incident with its place in the plan. */
export interface PlannedIncident extends Incident {
  /** Its start, in seconds since the work began. */
  readonly atSeconds: number;
}

/**
 * Plans a recording: a normal part, then the incidents.
 *
 * @param minutes Length of the normal part.
 * @returns The plan.
 */
export function planRecording(minutes: number): Plan {
  const shorter = minutes < REHEARSAL_BELOW_MINUTES ? REHEARSAL : 1;
  const scaled = (seconds: number) => toSteps(seconds / shorter);
  const firstIncident = SETTLE_SECONDS + toSteps(minutes * 60);
  const incidents = INCIDENTS.map((incident, i) => ({
    ...incident,
    atSeconds: firstIncident + i * scaled(SPACING_SECONDS),
    seconds: scaled(incident.seconds),
    rampSeconds: incident.rampSeconds / shorter,
  }));
  const lastEnd = Math.max(
    ...incidents.map(({ atSeconds, seconds }) => atSeconds + seconds),
  );
  return {
    startSeconds: SETTLE_SECONDS,
    splitSeconds: firstIncident - scaled(LEAD_IN_SECONDS),
    endSeconds: lastEnd + scaled(TAIL_SECONDS),
    incidents,
  };
}

/**
 * Gives the moments at which the levels of a load begin: the first at once,
 * the last at the end of the ramp.
 *
 * @param levels How many.
 * @param rampSeconds Length of the ramp.
 * @returns Seconds since the incident's start.
 */
export function levelStarts(levels: number, rampSeconds: number): number[] {
  return Array.from(
    { length: levels },
    (_, level) => level * rampSeconds / Math.max(levels - 1, 1),
  );
}

function toSteps(seconds: number): number {
  return Math.ceil(seconds / STEP_SECONDS) * STEP_SECONDS;
}
