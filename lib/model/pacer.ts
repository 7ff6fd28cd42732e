/** How long work may keep the event loop to itself: Ctrl-C and progress stay prompt. */
const SLICE_MS = 50;

/**
 * Makes a pause for long loops: most calls return at once, one in a while lets
 * timers, signals and sockets have their turn.
 *
 * @returns The pause, to be awaited once a turn of the loop.
 */
export function pacer(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
