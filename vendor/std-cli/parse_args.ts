/**
 * Command-line flags as `@std/cli` parses them.
 *
 * Stands in for `jsr:@std/cli` where JSR is out of reach: the parser is the
 * standard library's own, from npm's `deno-std`, which ships no types. The types
 * here are a strict part of the standard library's, so that what checks here
 * checks there too.
 *
 * @module
 */
import { parseArgs as parseUntyped } from "deno-std/cli/parse_args.js";

/** What the parser is told about the flags. */
export interface ParseOptions<
  Strings extends string = never,
  Booleans extends string = never,
  Collected extends string = never,
  Defaults extends Readonly<Record<string, unknown>> = Record<never, never>,
> {
  /** Flags whose value is text; without one they are `""`. */
  readonly string?: readonly Strings[];
  /** Flags that are there or not. */
  readonly boolean?: readonly Booleans[];
  /** Flags that may stand several times; their values become a list. */
  readonly collect?: readonly Collected[];
  /** Flags that `--no-<flag>` sets to `false`. */
  readonly negatable?: readonly (Strings | Booleans)[];
  /** Values of flags that are absent. */
  readonly default?: Defaults;
  /** Other names of a flag. */
  readonly alias?: Readonly<Record<string, string | readonly string[]>>;
  /**
   * Stops at the first argument that is no flag.
   *
   * @default {false}
   */
  readonly stopEarly?: boolean;
  /**
   * Called with each argument that no option names: with the key and the value
   * for a flag, with the argument alone for the rest. `false` drops it.
   */
  readonly unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

type Value<Flag, Strings, Booleans> = Flag extends Booleans ? boolean
  : Flag extends Strings ? string
  : unknown;

type Known<Strings, Booleans, Collected, Defaults> = {
  [Flag in Extract<Strings | Booleans | Collected, string>]: Flag extends
    Collected ? Value<Flag, Strings, Booleans>[]
    : Flag extends Booleans ? boolean
    : Flag extends keyof Defaults ? string | Defaults[Flag]
    : string | undefined;
};

/** The flags by name, and under `_` the arguments that are no flags. */
export type Args<
  Strings extends string = never,
  Booleans extends string = never,
  Collected extends string = never,
  Defaults extends Readonly<Record<string, unknown>> = Record<never, never>,
> =
  & Known<Strings, Booleans, Collected, Defaults>
  & Omit<Defaults, Strings | Booleans | Collected>
  & {
    /** Arguments that are no flags; numbers where they look like one, unless `_` is a string flag. */
    readonly _: readonly (string | number)[];
  };

/**
 * Parses command-line arguments.
 *
 * @param args The arguments, as in `Deno.args`.
 * @param options What is known of the flags.
 * @returns The flags by name. A boolean flag that is absent is `false`, a
 *   collected one is empty, a string flag `undefined` unless it has a default.
 *
 * @example Usage
 * ```ts
 * import { parseArgs } from "@std/cli/parse-args";
 * import assert from "node:assert/strict";
 *
 * const flags = parseArgs(["--data", "a.csv", "--data=b.csv", "--json"], {
 *   string: ["data", "out"],
 *   collect: ["data"],
 *   boolean: ["json"],
 *   default: { out: "reports" },
 * });
 * assert.deepEqual(flags.data, ["a.csv", "b.csv"]);
 * assert.equal(flags.json, true);
 * assert.equal(flags.out, "reports");
 * ```
 */
export function parseArgs<
  const Strings extends string = never,
  const Booleans extends string = never,
  const Collected extends string = never,
  Defaults extends Readonly<Record<string, unknown>> = Record<never, never>,
>(
  args: readonly string[],
  options: ParseOptions<Strings, Booleans, Collected, Defaults> = {},
): Args<Strings, Booleans, Collected, Defaults> {
  const parse: (args: readonly string[], options: unknown) => unknown =
    parseUntyped;
  // the parser is plain JavaScript: its promise is the type above
  return parse(args, options) as Args<Strings, Booleans, Collected, Defaults>;
}
