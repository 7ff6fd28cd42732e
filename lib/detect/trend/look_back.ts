import { DAY_MS } from "../../frame/day_ms.ts";

/** A length of time that a trend is looked for in. */
export interface LookBack {
  /** Its length, milliseconds. */
  readonly ms: number;
  /** Length of the blocks whose medians are looked at, milliseconds. */
  readonly blockMs: number;
}

const MINUTE = 60_000;

/**
 * From the longest to the shortest. The longest takes whole days, so that it
 * does not see what they have in common.
 */
export const LOOK_BACKS: readonly LookBack[] = [
  { ms: 7 * DAY_MS, blockMs: DAY_MS },
  { ms: DAY_MS, blockMs: 30 * MINUTE },
  { ms: 6 * 60 * MINUTE, blockMs: 10 * MINUTE },
  { ms: 60 * MINUTE, blockMs: 2 * MINUTE },
];
