import type { TrainListener, TrainProgress } from "./engine.ts";

/** Most people read no faster, and a notebook's cell redraws no faster. */
const INTERVAL_MS = 100;

/** Two ways to tell a listener something. */
export interface ThrottledReport {
  /** Tells it, unless it was told less than 100 ms ago. */
  sometimes(progress: TrainProgress): void;
  /** Tells it. */
  always(progress: TrainProgress): void;
}

/**
 * Spares a listener most of what happens many times a second.
 *
 * @param listener Who hears of it.
 * @returns How to tell.
 */
export function throttle(listener: TrainListener): ThrottledReport {
  let last = -Infinity;
  const always = (progress: TrainProgress) => {
    last = performance.now();
    listener(progress);
  };
  return {
    always,
    sometimes: (progress) => {
      if (performance.now() - last >= INTERVAL_MS) always(progress);
    },
  };
}
