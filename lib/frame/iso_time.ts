/**
 * Writes an instant as the files of a run hold it.
 *
 * @param ms Milliseconds since 1970 UTC.
 * @returns ISO 8601 UTC with `Z`, milliseconds only where there are some.
 */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}
