import { medianDifference } from "./grid_interval.ts";

/** A regular grid, and the step of each row on it. */
export interface GridRows {
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** How many steps, from the first row's to the last row's. */
  readonly steps: number;
  /** The step of each row, not falling, shape `[rows]`. */
  readonly stepOfRow: Int32Array;
}

/** Rows nearer together than this share of an interval are aggregated. */
const DENSE = 0.75;

/** Shortest mean direction of the times on the circle of one interval that counts as one phase. */
const ONE_PHASE = 0.5;

/** From here on, rows that come together are of one phase though they are dense. */
const TOGETHER = 0.9;

/** From this interval on, steps of whole seconds are on whole seconds. */
const WHOLE_SECONDS_MS = 2000;

/**
 * Lays a regular grid under rows and gives each row its step.
 *
 * Where rows come about once an interval, or several together once an interval,
 * the grid takes their phase and a row goes to the nearest step, which forgives
 * jitter. Where they come more often, steps are multiples of the interval and a
 * row goes to the first step not before it, so that a step holds nothing later
 * than itself.
 *
 * @param times Milliseconds since 1970 UTC, strictly increasing, at least two.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns The grid and the rows' steps.
 */
export function gridRows(times: Float64Array, intervalMs: number): GridRows {
  const { phase: common, together } = phaseOf(times, intervalMs);
  const dense = medianDifference(times) < DENSE * intervalMs &&
    together < TOGETHER;
  const phase = dense ? 0 : common;
  const toStep = dense
    ? (ms: number) => Math.ceil((ms - phase) / intervalMs)
    : (ms: number) => Math.round((ms - phase) / intervalMs);
  const first = toStep(times[0] ?? NaN);
  const last = toStep(times[times.length - 1] ?? NaN);
  return {
    startMs: phase + first * intervalMs,
    intervalMs,
    steps: last - first + 1,
    stepOfRow: Int32Array.from(times, (ms) => toStep(ms) - first),
  };
}

/**
 * Circular mean of the times' places within an interval, 0 where they have no
 * common one; and how close together these places are, 1 for all in one.
 */
function phaseOf(
  times: Float64Array,
  intervalMs: number,
): { readonly phase: number; readonly together: number } {
  let x = 0;
  let y = 0;
  for (const ms of times) {
    const angle = 2 * Math.PI * (ms % intervalMs) / intervalMs;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  const together = Math.hypot(x, y) / times.length;
  if (together < ONE_PHASE) return { phase: 0, together };
  const phase = Math.atan2(y, x) / (2 * Math.PI) * intervalMs;
  const isOnSeconds = intervalMs >= WHOLE_SECONDS_MS && intervalMs % 1000 === 0;
  const unit = isOnSeconds ? 1000 : 1;
  // + 0 turns −0 into 0.
  return { phase: Math.round(phase / unit) * unit + 0, together };
}
