/** Times the stages of a run. */
export interface Stopwatch {
  /** Does some work and notes how long it took. */
  readonly timed: <T>(stage: string, work: () => Promise<T>) => Promise<T>;
  /** Seconds by stage, to the millisecond. */
  readonly durations: Readonly<Record<string, number>>;
}

/**
 * Starts with no stage timed.
 *
 * @returns A stopwatch.
 */
export function stopwatch(): Stopwatch {
  const durations: Record<string, number> = {};
  return {
    durations,
    timed: async (stage, work) => {
      const began = performance.now();
      const result = await work();
      durations[stage] = Math.round(performance.now() - began) / 1000;
      return result;
    },
  };
}
