/** The places in a team's memory that a job's windows and results can lie in. */
export interface SlotPool {
  /** Takes a place, as soon as one is free; who asked first gets it first. */
  take(): Promise<number>;
  /**
   * Gives a place back.
   *
   * @param slot A place that was taken.
   */
  give(slot: number): void;
}

/**
 * Shares places among calls that run at once.
 *
 * @param slots The places, by their addresses.
 * @returns The pool; all are free.
 */
export function slotPool(slots: readonly number[]): SlotPool {
  const free = [...slots];
  const waiting: ((slot: number) => void)[] = [];
  return {
    take: () => {
      const slot = free.shift();
      return slot === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(slot);
    },
    give: (slot) => {
      const next = waiting.shift();
      if (next) next(slot);
      else free.push(slot);
    },
  };
}
