/** A trend towards a limit; times in milliseconds since 1970 UTC. */
export interface Exhaustion {
  /** The value at which nothing is left. */
  readonly limit: number;
  /** Where the look-back begins. */
  readonly sinceMs: number;
  /** Where it ends: nothing later is known. */
  readonly nowMs: number;
  /** The trend's value there. */
  readonly level: number;
  /** When the trend reaches the limit. */
  readonly exhaustedMs: number;
  /** The same by the ends of its interval, the sooner first. */
  readonly intervalMs: readonly [number, number];
}

/** The fan of a trend's lines, which meet in the middle of the look-back. */
export interface ExhaustionLines {
  /** Where they meet. */
  readonly middleMs: number;
  /** The value there. */
  readonly middle: number;
  /** Gives the value at a moment of the line that reaches the limit at another. */
  onLine(reachedMs: number, ms: number): number;
}

/**
 * Gives the lines of a trend that nears a limit.
 *
 * @param exhaustion The trend.
 * @returns Its lines.
 */
export function exhaustionLines(
  { limit, sinceMs, nowMs, level, exhaustedMs }: Exhaustion,
): ExhaustionLines {
  const middleMs = (sinceMs + nowMs) / 2;
  const slope = (limit - level) / (exhaustedMs - nowMs);
  const middle = level - slope * (nowMs - middleMs);
  return {
    middleMs,
    middle,
    onLine: (reachedMs, ms) =>
      middle + (limit - middle) * (ms - middleMs) / (reachedMs - middleMs),
  };
}
