import type { Children } from "./children.ts";
import type { IncidentCause } from "./incidents.ts";
import { levelStarts, type PlannedIncident } from "./plan.ts";
import { sleep } from "./sleep.ts";

/** What incidents are made with. */
export interface IncidentTools {
  /** Starts and ends the loads. */
  readonly children: Children;
  /** What an outage stops. */
  readonly exporter: Exporter;
  /** When the plan's clock began, milliseconds since 1970 UTC. */
  readonly begunMs: number;
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** Called before an incident begins. */
  readonly announce: (note: string) => void;
}

/** The metrics exporter. */
export interface Exporter {
  /** Stops it. */
  stop(): Promise<void>;
  /** Starts it again. */
  start(): void;
}

/** An incident that happened. */
export interface RecordedIncident {
  /** First moment, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last moment, milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** The columns that its mechanism moves. */
  readonly features: readonly string[];
  /** What happened. */
  readonly note: string;
}

/**
 * Makes incidents, each at its time.
 *
 * @param incidents In order of time.
 * @param tools What they are made with.
 * @returns What happened when, by the clock.
 */
export async function runIncidents(
  incidents: readonly PlannedIncident[],
  tools: IncidentTools,
): Promise<RecordedIncident[]> {
  const { begunMs, signal } = tools;
  const recorded: RecordedIncident[] = [];
  for (const incident of incidents) {
    const { atSeconds, features, note } = incident;
    await sleep((begunMs - Date.now()) / 1000 + atSeconds, signal);
    if (signal.aborted) break;
    tools.announce(note);
    const startMs = Date.now();
    if (incident.cause.kind === "outage") await makeOutage(incident, tools);
    else await makeLoad(incident.cause, incident, tools);
    recorded.push({ startMs, endMs: Date.now(), features, note });
  }
  return recorded;
}

async function makeOutage(
  { seconds }: PlannedIncident,
  { exporter, signal }: IncidentTools,
): Promise<void> {
  await exporter.stop();
  await sleep(seconds, signal);
  exporter.start();
}

async function makeLoad(
  { levels, program, args }: Extract<IncidentCause, { kind: "load" }>,
  { seconds, rampSeconds }: PlannedIncident,
  { children, signal }: IncidentTools,
): Promise<void> {
  const loads: Deno.ChildProcess[] = [];
  const begun = performance.now();
  const until = (second: number) =>
    sleep(second - (performance.now() - begun) / 1000, signal);
  for (const start of levelStarts(levels, rampSeconds)) {
    await until(start);
    if (!signal.aborted) loads.push(children.start(program, args));
  }
  await until(seconds);
  await children.stop(loads);
}
