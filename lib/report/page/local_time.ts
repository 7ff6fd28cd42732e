import { formatLocalTime } from "../../frame/local_time.ts";

/**
 * Chooses the zone whose time stands beside UTC: the run's, else the reader's.
 *
 * @param timeZone The run's zone, an IANA name, or `null`.
 * @param reader The reader's.
 * @returns Writes a moment, milliseconds since 1970 UTC, in that zone;
 *   `undefined` where it is UTC, or none that this browser knows.
 */
export function localTime(
  timeZone: string | null,
  reader = Intl.DateTimeFormat().resolvedOptions().timeZone,
): ((ms: number) => string) | undefined {
  const zone = timeZone ?? reader;
  try {
    const { timeZone: known } = Intl.DateTimeFormat("en", { timeZone: zone })
      .resolvedOptions();
    return known === "UTC"
      ? undefined
      : (ms) => `${formatLocalTime(ms, zone)} (${zone})`;
  } catch {
    return undefined;
  }
}
