import type { IndexEntry, IndexIncident } from "./index_entry.ts";

/** A time in which several hosts had an incident. */
export interface SameTime {
  /** Its first moment, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** The first moment after it. */
  readonly endMs: number;
  /** The last step in it, as the hosts' pages tell when an incident ended. */
  readonly lastMs: number;
  /** Who had which incident, in the order in which they began. */
  readonly parts: readonly SameTimePart[];
  /** Signals that incidents of at least two of the hosts have in common. */
  readonly shared: readonly string[];
}

/** One host's incident in it. */
export interface SameTimePart {
  /** The host. */
  readonly entry: IndexEntry;
  /** Its incident. */
  readonly incident: IndexIncident;
}

/**
 * Finds the times in which at least two hosts had an incident at once. Each is as
 * long as that holds without a break, so that one long incident does not join all
 * that happened meanwhile.
 *
 * @param entries The hosts.
 * @returns In order of time.
 */
export function sameTimes(entries: readonly IndexEntry[]): SameTime[] {
  const parts = entries.flatMap((entry) =>
    entry.found.map((incident) => ({ entry, incident }))
  );
  const edges = parts.flatMap((part) => {
    const startMs = startOf(part);
    const endMs = startMs + part.incident.durationSeconds * 1000;
    return [{ ms: startMs, part, by: 1 }, { ms: endMs, part, by: -1 }];
  }).sort((a, b) => a.ms - b.ms || a.by - b.by);
  const found: SameTime[] = [];
  const open = new Set<SameTimePart>();
  let startMs = NaN;
  let inside = new Set<SameTimePart>();
  for (const { ms, part, by } of edges) {
    const before = hostsOf(open);
    if (by > 0) open.add(part);
    else open.delete(part);
    const now = hostsOf(open);
    if (before < 2 && now >= 2) [startMs, inside] = [ms, new Set(open)];
    else if (now >= 2) open.forEach((part) => inside.add(part));
    else if (before >= 2) {
      const lastMs = Math.max(startMs, Date.parse(part.incident.end));
      found.push(toSameTime([...inside], { startMs, endMs: ms, lastMs }));
    }
  }
  return found;
}

function toSameTime(
  parts: readonly SameTimePart[],
  times: Pick<SameTime, "startMs" | "endMs" | "lastMs">,
): SameTime {
  const hosts = new Map<string, Set<string>>();
  for (const { entry, incident } of parts) {
    for (const signal of incident.signals) {
      hosts.set(signal, (hosts.get(signal) ?? new Set()).add(entry.host));
    }
  }
  return {
    ...times,
    parts: [...parts].sort((a, b) => startOf(a) - startOf(b)),
    shared: [...hosts].filter(([, of]) => of.size >= 2)
      .sort(([, a], [, b]) => b.size - a.size).map(([signal]) => signal),
  };
}

function startOf({ incident }: SameTimePart): number {
  return Date.parse(incident.start);
}

function hostsOf(parts: ReadonlySet<SameTimePart>): number {
  return new Set([...parts].map(({ entry }) => entry)).size;
}
