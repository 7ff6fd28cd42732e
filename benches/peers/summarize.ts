/** Windows a second by contestant. */
export type Rates = Record<string, number>;

/** A shape as it is named in results. */
export interface ResultShape {
  /** Steps a window. */
  readonly window: number;
  /** Features a step. */
  readonly features: number;
  /** Units of each LSTM. */
  readonly hidden: number;
  /** Windows a gradient step. */
  readonly batch: number;
}

/** What was measured of a shape: medians over the rounds. */
export interface ShapeResult {
  /** The shape. */
  readonly shape: ResultShape;
  /** How many rounds. */
  readonly rounds: number;
  /** Windows a second, training. */
  readonly train: Rates;
  /** Windows a second, scoring. */
  readonly score: Rates;
  /** simd over each peer that is there: the median of the rounds' own ratios. */
  readonly ratio: { readonly train: Rates; readonly score: Rates };
}

/** The peers that simd is compared with. */
const PEERS = ["keras", "pytorch"] as const;

/**
 * Takes medians over rounds.
 *
 * @param shape What was measured.
 * @param rounds Rates of each round, at least one.
 * @returns Medians, and the medians of the ratios within each round.
 */
export function summarize(
  shape: ResultShape,
  rounds: readonly { readonly train: Rates; readonly score: Rates }[],
): ShapeResult {
  const of = (question: "train" | "score") => {
    const all = rounds.map((round) => round[question]);
    const rates = Object.keys(all[0] ?? {}).map((
      name,
    ) => [name, Math.round(median(all.map((rates) => rates[name] ?? NaN)))]);
    const ratios = PEERS.flatMap((name) => {
      const each = all.map(({ simd, [name]: peer }) =>
        simd === undefined || peer === undefined ? [] : [simd / peer]
      ).flat();
      if (each.length === 0) return [];
      return [[name, Number(median(each).toPrecision(3))]];
    });
    return {
      rates: Object.fromEntries(rates) as Rates,
      ratios: Object.fromEntries(ratios) as Rates,
    };
  };
  const [train, score] = [of("train"), of("score")];
  return {
    shape,
    rounds: rounds.length,
    train: train.rates,
    score: score.rates,
    ratio: { train: train.ratios, score: score.ratios },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? NaN;
  const high = sorted[Math.floor(middle)] ?? NaN;
  return (low + high) / 2;
}
