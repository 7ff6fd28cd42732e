/** A time that was written in ISO 8601. */
export interface IsoTime {
  /** Milliseconds since 1970 UTC; a time without a zone is taken as UTC. */
  readonly ms: number;
  /** Whether it said its zone or offset. */
  readonly zoned: boolean;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Days of the months. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads a time in the extended format of ISO 8601, `T` or a space between date
 * and time, with or without seconds, fraction and zone.
 *
 * A leap second is the first second of the next minute.
 *
 * @param text The time.
 * @returns The time, or `undefined` where the text is no such time.
 *
 * @example Usage
 * ```ts
 * import { parseIsoTime } from "@lib/source/rows/iso_time.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseIsoTime("2026-11-22T14:02:00+02:00"), {
 *   ms: Date.UTC(2026, 10, 22, 12, 2),
 *   zoned: true,
 * });
 * assert.equal(parseIsoTime("2026-02-30"), undefined);
 * ```
 */
export function parseIsoTime(text: string): IsoTime | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction, zone] =
    match;
  if (+hour > 23 || +minute > 59 || +second > 60) return undefined;
  if (!isDate(Number(year), Number(month), Number(day))) return undefined;
  const dayMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const clockMs = ((+hour * 60 + +minute) * 60 + +second) * 1000;
  const fractionMs = fraction ? Math.round(Number(`0.${fraction}`) * 1000) : 0;
  const offset = zone === undefined ? 0 : offsetMs(zone);
  if (Number.isNaN(offset)) return undefined;
  return {
    ms: dayMs + clockMs + fractionMs - offset,
    zoned: zone !== undefined,
  };
}

/** Date.UTC would carry 30 February over into March. */
function isDate(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : DAYS[month - 1] ?? 0;
  return day >= 1 && day <= days;
}

function offsetMs(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!match) return 0;
  const [, sign, hours, minutes = 0] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return NaN;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + +minutes) * 60_000;
}
