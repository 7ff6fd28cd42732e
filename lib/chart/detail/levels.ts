/** Gives the height of a value in a frame: 0 at its foot, 1 at its top. */
export type HeightOf = (value: number) => number;

/**
 * Makes the function that turns values into heights in a frame.
 *
 * @param domain The lowest and the highest value of its vertical axis.
 * @param bend What the axis does with values before it places them. @default {nothing}
 * @returns The function.
 */
export function heightsOf(
  [low, high]: readonly [number, number],
  bend: (value: number) => number = (value) => value,
): HeightOf {
  const [from, to] = [bend(low), bend(high)];
  return (value) =>
    Math.max(0, Math.min(1, (bend(value) - from) / (to - from)));
}

/**
 * Writes whole numbers as their changes, small ones of either sign as small
 * numbers from 0: 0, −1, 1, −2 become 0, 1, 2, 3.
 *
 * @param levels The numbers.
 * @returns One change each, the first from 0.
 */
export function toChanges(levels: readonly number[]): number[] {
  return levels.map((level, i) => {
    const change = level - (levels[i - 1] ?? 0);
    return change < 0 ? -2 * change - 1 : 2 * change;
  });
}

/**
 * Reads what {@linkcode toChanges} wrote of the levels that there are.
 *
 * @param changes Its numbers.
 * @param runs Lengths of runs without a level and with one, by turns.
 * @returns As many as all runs are long; NaN where there is none.
 */
export function fromChanges(
  changes: readonly number[],
  runs: readonly number[],
): Float32Array {
  const levels = new Float32Array(runs.reduce((sum, run) => sum + run, 0));
  let level = 0;
  let at = 0;
  let next = 0;
  for (let r = 0; r < runs.length; r++) {
    const end = at + runs[r]!;
    if (r % 2 === 0) levels.fill(NaN, at, end);
    for (; r % 2 === 1 && at < end; at++) {
      const change = changes[next++]!;
      level += change % 2 === 0 ? change / 2 : -(change + 1) / 2;
      levels[at] = level;
    }
    at = end;
  }
  return levels;
}
