import type { LevelChange } from "./level_change.ts";

/** Gives how far a feature's values are moved back at a step; 0 as learned. */
export type OffsetAt = (t: number, f: number) => number;

/** From where steps are counted, and in what offsets are told. */
export interface OffsetsOptions {
  /**
   * Steps before the first that is asked for.
   *
   * @default {0}
   */
  readonly warmup?: number;
  /**
   * What an offset of 1 is in the feature's unit, shape `[features]`.
   *
   * @default {1 each, which gives scaled offsets}
   */
  readonly units?: ArrayLike<number>;
}

/**
 * Tells at which level each feature is judged, step by step.
 *
 * @param changes Changes of a whole table, in order of time.
 * @param options Steps that the asked-for ones do not count, and units.
 * @returns The offset of a feature at a step.
 *
 * @example Usage
 * ```ts
 * import { offsetsInForce } from "@lib/detect/levels/offsets_in_force.ts";
 * import assert from "node:assert/strict";
 *
 * const offsetAt = offsetsInForce([{ feature: 1, at: 300, to: 2 }], { units: [1, 10] });
 * assert.deepEqual([offsetAt(299, 1), offsetAt(300, 1), offsetAt(300, 0)], [0, 20, 0]);
 * ```
 */
export function offsetsInForce(
  changes: readonly Pick<LevelChange, "feature" | "at" | "to">[],
  { warmup = 0, units }: OffsetsOptions = {},
): OffsetAt {
  const own = Map.groupBy(
    changes.map(({ feature, at, to }) => ({
      ...{ feature, at: at - warmup },
      offset: to * (units?.[feature] ?? 1),
    })),
    ({ feature }) => feature,
  );
  if (own.size === 0) return () => 0;
  return (t, f) => own.get(f)?.findLast(({ at }) => at <= t)?.offset ?? 0;
}
