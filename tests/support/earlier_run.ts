import { join } from "node:path";

/** An earlier run as its folder tells it. */
export interface EarlierRunOptions {
  /** The host. @default {"web-1"} */
  readonly host?: string;
  /** First and last day of January 2026 that it scored. */
  readonly days: readonly [first: number, last: number];
  /** Days with an incident, each of an hour at noon. */
  readonly incidents: readonly number[];
  /** What a label says of each incident; none where it is left out. */
  readonly note?: string;
  /** The label's mark. @default {"true"} */
  readonly mark?: string;
}

/**
 * Writes the numbers of an earlier run, as far as others look at them.
 *
 * @param folder Where; it is made.
 * @param options Host, span, incidents.
 */
export async function writeEarlierRun(
  folder: string,
  { host = "web-1", days, incidents, note, mark = "true" }: EarlierRunOptions,
): Promise<void> {
  const at = (day: number, hour: number) =>
    new Date(Date.UTC(2026, 0, day, hour)).toISOString();
  const found = incidents.map((day) => ({
    ...{ id: `${host}-${day}`, host, kind: "anomaly" },
    ...{ start: at(day, 12), end: at(day, 13) },
    contributions: [
      { feature: "cpu-user", share: 0.6, isCause: true, direction: "high" },
      { feature: "load-1m", share: 0.4, isCause: true, direction: "high" },
    ],
  }));
  const [first, last] = days;
  const files = {
    "run.json": { schemaVersion: 1 },
    "evaluation.json": {
      host,
      span: { start: at(first, 0), end: at(last, 23) },
      labels: note === undefined ? null : {
        perIncident: found.map(({ id }) => ({ incident: id, mark, note })),
      },
    },
    "incidents.json": found,
  };
  await Deno.mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await Deno.writeTextFile(join(folder, name), JSON.stringify(content));
  }
}
