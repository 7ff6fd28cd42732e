import type { WindowSet } from "./engine.ts";

/**
 * Copies some windows out of their series, one after the other.
 *
 * @param windows All windows.
 * @param chosen Which of them, in this order.
 * @returns Row-major, shape `[chosen, length, features]`.
 */
export function gatherWindows(
  windows: WindowSet,
  chosen: Int32Array,
): Float32Array {
  const { values, features, length, ends } = windows;
  const size = length * features;
  const batch = new Float32Array(chosen.length * size);
  chosen.forEach((w, i) => {
    const end = (ends[w] ?? 0) * features;
    batch.set(values.subarray(end - size, end), i * size);
  });
  return batch;
}

/**
 * Checks that every window lies inside its series and fits a network.
 *
 * @param windows Windows to check.
 * @param network What the network takes.
 * @throws {RangeError} If a window reaches over an end of the series, or length
 *   or features differ from the network's.
 */
export function checkWindows(
  windows: WindowSet,
  network: { readonly window: number; readonly features: number },
): void {
  const { values, features, length, ends } = windows;
  if (length !== network.window || features !== network.features) {
    throw new RangeError(
      `Cannot use windows: shape must be [*, ${network.window}, ${network.features}], got [*, ${length}, ${features}]`,
    );
  }
  const steps = values.length / features;
  const outside = ends.find((end) => end < length || end > steps);
  if (outside !== undefined) {
    throw new RangeError(
      `Cannot use windows: ends must lie in [${length}, ${steps}], got ${outside}`,
    );
  }
}

/**
 * Numbers windows from 0, cut into batches.
 *
 * @param order All windows, in the order to visit.
 * @param batchSize Windows a batch; the last one may be smaller.
 * @returns Views on `order`.
 */
export function* batches(
  order: Int32Array,
  batchSize: number,
): Generator<Int32Array> {
  for (let start = 0; start < order.length; start += batchSize) {
    yield order.subarray(start, start + batchSize);
  }
}

/**
 * Numbers the windows of a set.
 *
 * @param windows All windows.
 * @returns 0, 1, …, shape `[windows]`.
 */
export function inOrder(windows: WindowSet): Int32Array {
  return windows.ends.map((_, w) => w);
}
