/** Parts that the time is counted in, so that a thread that stood still counts one. */
const TICKS = 60;

/** Waits for a sign of life. */
export interface SilenceWatch {
  /** Begins to count, or begins again. */
  stir(): void;
  /** Stops counting. */
  rest(): void;
}

/**
 * Tells when there was no sign of life for so long. It is counted by a timer of
 * this thread, which stands still with it.
 *
 * @param seconds How long.
 * @param onSilence Hears of it; once and again, until {@linkcode SilenceWatch.rest}.
 * @returns The watch, at rest.
 */
export function watchSilence(
  seconds: number,
  onSilence: () => void,
): SilenceWatch {
  let still = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    stir() {
      still = 0;
      timer ??= setInterval(() => {
        if (++still >= TICKS) onSilence();
      }, seconds * 1000 / TICKS);
    },
    rest() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
