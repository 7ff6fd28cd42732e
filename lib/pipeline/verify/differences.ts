import { shortName } from "../../frame/plain_text.ts";
import { difference, FLOOR, TOLERANCE } from "./difference.ts";

/** Names and texts longer than this are cut. */
const LONGEST = 40;

/** Values of one metric in its unit: each is held against the largest of them. */
const OF_ONE_UNIT: readonly string[] = ["actual", "expected", "band"];

/** Numbers without a unit, of which tiny ones say nothing. */
const WITHOUT_UNIT =
  /^(share|similarity|score.*|peakScore|medianScoreAfter|scoreBefore)$/;

/**
 * Compares two JSON values: numbers to a relative 1e-4, all else as it is.
 *
 * @param then What was recorded.
 * @param now What it is now.
 * @param options Names of parts that are passed over wherever they stand.
 * @returns A clause for each part that differs, such as `"peakScore was 3.2, is 3.4"`.
 *
 * @example Usage
 * ```ts
 * import { differences } from "@lib/pipeline/verify/differences.ts";
 * import assert from "node:assert/strict";
 *
 * const then = { id: "a", peakScore: 3.2 };
 * assert.deepEqual(differences(then, { id: "a", peakScore: 3.20001 }), []);
 * assert.deepEqual(differences(then, { id: "a", peakScore: 4 }), [
 *   "peakScore was 3.2, is 4",
 * ]);
 * ```
 */
export function differences(
  then: unknown,
  now: unknown,
  { passOver = [] }: { readonly passOver?: readonly string[] } = {},
): string[] {
  return [...walk(then, now, { path: "", passOver, scale: 0 })];
}

interface Place {
  readonly path: string;
  readonly passOver: readonly string[];
  readonly scale: number;
}

function* walk(then: unknown, now: unknown, place: Place): Generator<string> {
  const { path, passOver, scale } = place;
  const name = path === "" ? "it" : path;
  if (typeof then === "number" && typeof now === "number") {
    if (difference(then, now, { scale }) <= TOLERANCE) return;
  } else if (Array.isArray(then) && Array.isArray(now)) {
    if (then.length !== now.length) {
      yield `${name} had ${then.length} entries, has ${now.length}`;
      return;
    }
    for (const [i, one] of then.entries()) {
      yield* walk(one, now[i], { ...place, path: `${path}[${i}]` });
    }
    return;
  } else if (isRecord(then) && isRecord(now)) {
    const keys = new Set([...Object.keys(then), ...Object.keys(now)]);
    for (const key of [...keys].filter((key) => !passOver.includes(key))) {
      yield* walk(valueOf(then, key), valueOf(now, key), {
        passOver,
        path: path === "" ? nameOf(key) : `${path}.${nameOf(key)}`,
        scale: scaleOf(key, then, now),
      });
    }
    return;
  } else if (then === now) return;
  yield `${name} was ${textOf(then)}, is ${textOf(now)}`;
}

/** What a difference of a member is held against at least. */
function scaleOf(key: string, then: Values, now: Values): number {
  if (WITHOUT_UNIT.test(key)) return FLOOR;
  if (!OF_ONE_UNIT.includes(key)) return 0;
  const values = OF_ONE_UNIT
    .flatMap((name) => [valueOf(then, name), valueOf(now, name)].flat())
    .filter((value) => typeof value === "number");
  return Math.max(0, ...values.map(Math.abs));
}

type Values = Readonly<Record<string, unknown>>;

function valueOf(record: Values, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(key: string): string {
  return shortName(key, LONGEST);
}

function textOf(value: unknown): string {
  try {
    return shortName(JSON.stringify(value) ?? "not there", LONGEST);
  } catch {
    return "something too deep to tell";
  }
}
