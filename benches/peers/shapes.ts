/** A network and how many windows it is measured on. */
export interface BenchShape {
  /** Steps a window. */
  readonly window: number;
  /** Features a step. */
  readonly features: number;
  /** Units of each LSTM. */
  readonly hidden: number;
  /** Windows a gradient step. */
  readonly batch: number;
  /** Windows of an epoch. */
  readonly trained: number;
  /** Windows that are scored at once. */
  readonly scored: number;
}

/** What is measured; slow contestants get a share of the windows. */
export const SHAPES: readonly BenchShape[] = [
  {
    window: 30,
    features: 22,
    hidden: 64,
    batch: 64,
    trained: 4096,
    scored: 16_384,
  },
  {
    window: 10,
    features: 38,
    hidden: 64,
    batch: 64,
    trained: 8192,
    scored: 32_768,
  },
  {
    window: 60,
    features: 22,
    hidden: 128,
    batch: 64,
    trained: 1024,
    scored: 2048,
  },
];
