/** A number that a benchmark takes. */
export interface BenchNumber {
  /** What it is, for `--help`. */
  readonly about: string;
  /** What it is where nobody says. */
  readonly default: number;
  /** @default {1} */
  readonly least?: number;
  /** @default {9999} */
  readonly most?: number;
}

/** A text that a benchmark takes; left out where nobody gives it. */
export interface BenchText {
  /** What it is, for `--help`. */
  readonly about: string;
  /** How its value is written there, such as `FILE.json`. */
  readonly value: string;
}

/** Which benchmark it is. */
export interface BenchTask<N extends string, T extends string> {
  /** The task's name. */
  readonly task: string;
  /** One sentence for `--help`. */
  readonly about: string;
  /** Its flags that are whole numbers, by name. */
  readonly numbers: Readonly<Record<N, BenchNumber>>;
  /** Its other flags, by name. */
  readonly texts: Readonly<Record<T, BenchText>>;
}

/** The flag of most benchmarks that a file for the figures is named with. */
export const OUT: BenchText = {
  value: "FILE.json",
  about: "a file for the figures (none)",
};

/**
 * Writes how a benchmark is called.
 *
 * @param bench Which benchmark it is.
 * @returns Such as `deno task bench:peers [--rounds N] [--out FILE.json]`.
 */
export function benchUsage<N extends string, T extends string>(
  bench: BenchTask<N, T>,
): string {
  const flags = flagsOf(bench).map(([flag]) => `[${flag}]`);
  return [`deno task ${bench.task}`, ...flags].join(" ");
}

/**
 * Writes a benchmark's `--help`.
 *
 * @param bench Which benchmark it is.
 * @returns Lines for a terminal of 80 columns.
 */
export function benchHelp<N extends string, T extends string>(
  bench: BenchTask<N, T>,
): string {
  const lines = [...flagsOf(bench), ["--help", "show this"] as const]
    .map(([flag, about]) => `  ${flag.padEnd(17)} ${about}`);
  return [bench.about, "", `  ${benchUsage(bench)}`, "", ...lines].join("\n");
}

/** Flags as they are written, with what they are. */
function flagsOf<N extends string, T extends string>(
  { numbers, texts }: BenchTask<N, T>,
): (readonly [flag: string, about: string])[] {
  const numeric = Object.entries<BenchNumber>(numbers).map((
    [name, { about, default: usual, least = 1 }],
  ) => [`--${name} N`, `${about}, from ${least} on (${usual})`] as const);
  const textual = Object.entries<BenchText>(texts)
    .map(([name, { about, value }]) => [`--${name} ${value}`, about] as const);
  return [...numeric, ...textual];
}
