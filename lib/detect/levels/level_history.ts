/** Of a long time at most about this many steps are looked at. */
const SAMPLES = 240;

/** A measured step of a feature. */
export interface MeasuredStep {
  /** The step. */
  readonly t: number;
  /** Its signed scaled distance at the level that was in force. */
  readonly distance: number;
  /** Its value as measured, scaled. */
  readonly value: number;
}

/** Which steps are looked back on. */
export interface RecentOptions {
  /** How many measured steps. */
  readonly count: number;
  /**
   * How many of the last measured ones are not looked at.
   *
   * @default {0}
   */
  readonly before?: number;
}

/** The last measured steps of a feature. */
export interface LevelHistory {
  /** Takes one more in. */
  readonly add: (step: MeasuredStep) => void;
  /**
   * Looks back.
   *
   * @returns Steps in order of time, evenly thinned; fewer where no more are known.
   *   The first is that of the whole time.
   */
  readonly recent: (options: RecentOptions) => MeasuredStep[];
  /**
   * Looks for a step.
   *
   * @returns The step; `null` where it was not measured, or is forgotten.
   */
  readonly find: (t: number) => MeasuredStep | null;
}

/**
 * Makes a history, in which what is longer ago makes room for what comes.
 *
 * @param size How many measured steps are remembered.
 * @returns The history, of nothing.
 */
export function makeLevelHistory(size: number): LevelHistory {
  const times = new Int32Array(size);
  const distances = new Float32Array(size);
  const values = new Float64Array(size);
  let added = 0;
  const stepAt = (n: number): MeasuredStep => {
    const i = n % size;
    return { t: times[i]!, distance: distances[i]!, value: values[i]! };
  };
  return {
    add: ({ t, distance, value }) => {
      const i = added++ % size;
      times[i] = t;
      distances[i] = distance;
      values[i] = value;
    },
    find: (t) => {
      let low = Math.max(0, added - size);
      let high = added;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (times[middle % size]! < t) low = middle + 1;
        else high = middle;
      }
      const found = low < added ? stepAt(low) : null;
      return found?.t === t ? found : null;
    },
    recent: ({ count, before = 0 }) => {
      const last = added - 1 - before;
      const first = Math.max(0, added - size, last - count + 1);
      const every = Math.ceil(count / SAMPLES);
      const steps: number[] = [];
      for (let n = last; n >= first; n -= every) steps.push(n);
      if (last >= first && steps.at(-1) !== first) steps.push(first);
      return steps.reverse().map(stepAt);
    },
  };
}
