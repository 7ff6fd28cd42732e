import type { LimitedSeries } from "../../lib/detect/trend/limited_series.ts";
import { seededRandom } from "../../lib/model/random.ts";

/** A metric without a trend, around 1 with a limit of 0; one value a minute. */
export type Wander = (steps: number, random: () => number) => Float32Array;

const DAY = 1440;

/** Metrics that have no trend but look as if, by what they are. */
export const WANDERS: Readonly<Record<string, Wander>> = {
  "white noise, σ 0.3": autoregressive(0, 0.3),
  "AR(1), ρ 0.95, σ 0.25": autoregressive(0.95, 0.25),
  "AR(1), ρ 0.99, σ 0.25": autoregressive(0.99, 0.25),
  "AR(1), ρ 0.999, σ 0.25": autoregressive(0.999, 0.25),
  "random walk, 0.3 in a day": randomWalk(0.3),
  "random walk, 1 in a day": randomWalk(1),
  "daily sine of ± 0.3": dailySine(0.3, 0.05),
  "daily sine of ± 0.8": dailySine(0.8, 0.02),
  "one step down by 0.4": stepDown,
  "sawtooth, 1 h": sawtooth(60),
  "sawtooth, 5 h": sawtooth(300),
  "sawtooth, 28 h": sawtooth(1700),
};

/**
 * Makes normally distributed numbers (Box & Muller, 1958).
 *
 * @param random Numbers in [0, 1).
 * @returns One number of mean 0 and variance 1.
 */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) *
    Math.cos(2 * Math.PI * random());
}

/**
 * Makes first-order autocorrelated noise around 1.
 *
 * @param rho Correlation of a value with the one before it, in [0, 1).
 * @param deviation Standard deviation.
 * @returns The noise.
 */
export function autoregressive(rho: number, deviation: number): Wander {
  return (steps, random) => {
    const own = deviation * Math.sqrt(1 - rho ** 2);
    let value = deviation * normal(random);
    return Float32Array.from({ length: steps }, () => {
      value = rho * value + own * normal(random);
      return 1 + value;
    });
  };
}

/**
 * Makes a walk whose steps do not know of each other, turned back at the limit.
 *
 * @param aDay Standard deviation of the way in a day.
 * @returns The walk.
 */
export function randomWalk(aDay: number): Wander {
  return (steps, random) => {
    let value = 1;
    return Float32Array.from({ length: steps }, () => {
      value = Math.abs(value + aDay / Math.sqrt(DAY) * normal(random));
      return value;
    });
  };
}

/**
 * Makes a daily rhythm with noise, from a chance hour on.
 *
 * @param swing Amplitude.
 * @param deviation Standard deviation of the noise.
 * @returns The rhythm.
 */
export function dailySine(swing: number, deviation: number): Wander {
  return (steps, random) => {
    const phase = random() * DAY;
    return Float32Array.from(
      { length: steps },
      (_, t) =>
        1 + swing * Math.sin(2 * Math.PI * (t + phase) / DAY) +
        deviation * normal(random),
    );
  };
}

function stepDown(steps: number, random: () => number): Float32Array {
  const at = random() * steps;
  return Float32Array.from(
    { length: steps },
    (_, t) => (t > at ? 0.6 : 1) + 0.03 * normal(random),
  );
}

function sawtooth(period: number): Wander {
  return (steps, random) => {
    const phase = random() * period;
    return Float32Array.from(
      { length: steps },
      (_, t) =>
        1 - 0.6 * ((t + phase) % period) / period + 0.03 * normal(random),
    );
  };
}

/**
 * Adds a leak to the end of a series: from 1 down to 0.
 *
 * @param values The series, changed in place.
 * @param leak The step at which it begins, and the steps that it would take.
 * @returns The series.
 */
export function withLeak(
  values: Float32Array,
  { start, steps }: { readonly start: number; readonly steps: number },
): Float32Array {
  for (let t = start; t < values.length; t++) {
    values[t] = values[t]! - (t - start) / steps;
  }
  return values;
}

/**
 * Makes a series of one value a minute with a floor of 0.
 *
 * @param left What is left, one value a step.
 * @returns The series.
 */
export function minutes(left: Float32Array): LimitedSeries {
  return {
    ...{ name: "metric", unit: "", limit: 0, side: "floor" },
    ...{ startMs: 0, intervalMs: 60_000, leastBefore: null, abnormal: [] },
    left,
  };
}

export { seededRandom };
