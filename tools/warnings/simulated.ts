import { earlyWarning } from "../../lib/detect/trend/early_warning.ts";
import {
  autoregressive,
  dailySine,
  minutes,
  seededRandom,
  type Wander,
  WANDERS,
  withLeak,
} from "./wanders.ts";

const DAY = 1440;

/** Days that are known of a metric. */
const KNOWN = [0.25, 1, 4, 10];

/**
 * Counts how often a metric without a trend is warned of, one look each.
 *
 * @param runs Series of each kind.
 * @returns Rows of a Markdown table.
 */
export function silence(runs: number): string[] {
  const rows = Object.entries(WANDERS).map(([name, wander], kind) => {
    const random = seededRandom(kind + 1);
    const shares = KNOWN.map((days) => {
      let warned = 0;
      for (let run = 0; run < runs; run++) {
        const steps = Math.floor(days * DAY * (1 + 0.3 * random()));
        const series = minutes(wander(steps, random));
        if (earlyWarning(series)(steps) !== null) warned++;
      }
      return `${(100 * warned / runs).toFixed(1)} %`;
    });
    return `| ${[name, ...shares].join(" | ")} |`;
  });
  const heads = ["no trend", ...KNOWN.map((days) => `${days} d known`)];
  return [
    `| ${heads.join(" | ")} |`,
    `| ${heads.map(() => "---").join(" | ")} |`,
    ...rows,
  ];
}

/** Noise around a leak, in shares of what there is. */
const NOISES: Readonly<Record<string, Wander>> = {
  "white, σ 0.05": autoregressive(0, 0.05),
  "AR(1), ρ 0.95, σ 0.03": autoregressive(0.95, 0.03),
  "AR(1), ρ 0.99, σ 0.03": autoregressive(0.99, 0.03),
  "daily sine ± 0.02, σ 0.02": dailySine(0.02, 0.02),
};

/** Days from full to empty, and the share of it that has passed. */
const LEAKS = [[0.1, 0.5], [0.5, 0.5], [2, 0.5], [8, 0.5], [20, 0.8]] as const;

/**
 * Counts how often a leak after ten days without one is warned of, and how often
 * the moment at which nothing is left lies in the interval.
 *
 * @param runs Series of each kind.
 * @returns Rows of a Markdown table.
 */
export function leaks(runs: number): string[] {
  const rows = LEAKS.flatMap(([days, share]) =>
    Object.entries(NOISES).map(([name, noise], kind) => {
      const random = seededRandom(100 * days + kind);
      let [found, inside] = [0, 0];
      for (let run = 0; run < runs; run++) {
        const leak = { start: 10 * DAY, steps: days * DAY };
        const now = Math.floor(leak.start + share * leak.steps);
        const series = minutes(withLeak(noise(now, random), leak));
        const warning = earlyWarning(series)(now);
        if (warning === null) continue;
        found++;
        const [early, late] = warning.interval.map(Date.parse);
        const truth = (leak.start + leak.steps) * 60_000;
        if (early! <= truth && truth <= late!) inside++;
      }
      const of = (count: number, all: number) =>
        `${(100 * count / all).toFixed(0)} %`;
      return `| ${
        [
          `${days} d, after ${share * days} d`,
          name,
          of(found, runs),
          of(inside, found),
        ].join(" | ")
      } |`;
    })
  );
  return [
    "| leak | noise | found | true time inside |",
    "| --- | --- | --- | --- |",
    ...rows,
  ];
}
