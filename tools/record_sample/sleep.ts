/**
 * Waits; an aborted signal ends it early and does not throw.
 *
 * @param seconds How long; nothing for zero and less.
 * @param signal Ends it.
 */
export function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || seconds <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener("abort", end);
  });
}
