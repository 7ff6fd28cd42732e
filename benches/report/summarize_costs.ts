import type { Cost } from "../measure/run_measured.ts";

/** What the contestants took in one round. */
export type Round = Readonly<Record<"whenwhy" | "again" | "python", Cost>>;

/** Medians over the rounds. */
export interface ReportResult {
  /** How many rounds. */
  readonly rounds: number;
  /** The task, training included. */
  readonly whenwhy: Cost;
  /** The task with the model that is there now: what start-up and pages take. */
  readonly again: Cost;
  /** The same job in Python. */
  readonly python: Cost;
  /** Python over whenwhy: the median of the rounds' own ratios; over 1 is more. */
  readonly ratio: Cost;
}

/**
 * Takes medians over rounds.
 *
 * @param rounds What each round took, at least one.
 * @returns Medians, and the medians of the ratios within each round.
 */
export function summarizeCosts(rounds: readonly Round[]): ReportResult {
  const of = (cost: (round: Round) => Cost) =>
    medianCost(rounds.map((round) => cost(round)));
  return {
    rounds: rounds.length,
    whenwhy: of(({ whenwhy }) => whenwhy),
    again: of(({ again }) => again),
    python: of(({ python }) => python),
    ratio: of(({ whenwhy, python }) => ({
      seconds: python.seconds / whenwhy.seconds,
      cpuSeconds: python.cpuSeconds / whenwhy.cpuSeconds,
      peakMiB: python.peakMiB === null || whenwhy.peakMiB === null
        ? null
        : python.peakMiB / whenwhy.peakMiB,
    })),
  };
}

/**
 * Writes a result as Markdown.
 *
 * @param result Medians and ratios.
 * @returns The lines of a table.
 */
export function costTable(result: ReportResult): string[] {
  const row = (name: string, { seconds, cpuSeconds, peakMiB }: Cost) =>
    `| ${[name, seconds, cpuSeconds, peakMiB ?? "–"].join(" | ")} |`;
  return [
    "|  | wall, s | processor, s | peak, MiB |",
    "| :-- | --: | --: | --: |",
    row("whenwhy, with training", result.whenwhy),
    row("whenwhy, model there", result.again),
    row("Python, with training", result.python),
    row("Python ÷ whenwhy", result.ratio),
  ];
}

function medianCost(costs: readonly Cost[]): Cost {
  const peaks = costs.map(({ peakMiB }) => peakMiB)
    .filter((peak) => peak !== null);
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: peaks.length === 0 ? null : median(peaks),
  };
}

/** With three digits, as many as such figures are worth. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? NaN;
  const high = sorted[Math.ceil(middle)] ?? NaN;
  return Number(((low + high) / 2).toPrecision(3));
}
