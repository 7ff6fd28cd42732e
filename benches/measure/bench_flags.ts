import { parseArgs } from "node:util";
import { InputError } from "../../lib/errors.ts";
import {
  benchHelp,
  type BenchNumber,
  type BenchTask,
  benchUsage,
} from "./bench_task.ts";

/** What a benchmark's flags say. */
export type BenchFlags<N extends string, T extends string> =
  & Readonly<Record<N, number>>
  & { readonly [name in T]?: string };

/**
 * Reads a benchmark's flags.
 *
 * @param args The flags.
 * @param bench Which benchmark it is.
 * @returns What they say; `undefined` where they ask for help.
 * @throws {InputError} For an unknown flag, or a value that breaks its rule.
 */
export function parseBenchFlags<N extends string, T extends string>(
  args: readonly string[],
  bench: BenchTask<N, T>,
): BenchFlags<N, T> | undefined {
  const { task, texts } = bench;
  const numbers = new Map(Object.entries<BenchNumber>(bench.numbers));
  const names = [...numbers.keys(), ...Object.keys(texts)];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      names.map((name) => [name, { type: "string" }]),
    ),
    strict: false,
    tokens: true,
  });
  const given: Record<string, number | string> = Object.fromEntries(
    [...numbers].map(([name, { default: usual }]) => [name, usual]),
  );
  for (const token of tokens) {
    const [name, value] = token.kind === "option"
      ? [token.name, token.value ?? ""]
      : ["", ""];
    if (name === "help" || name === "h") return undefined;
    const number = numbers.get(name);
    if (number && isWithin(value, number)) given[name] = Number(value);
    else if (Object.hasOwn(texts, name) && value !== "") given[name] = value;
    else {
      throw new InputError(
        `run ${task}`,
        `its flags must be ${benchUsage(bench)}`,
        { got: args.join(" ") },
      );
    }
  }
  return given as BenchFlags<N, T>;
}

/**
 * Reads the flags of this process; ends it where they ask for help, or in one
 * line where they are wrong.
 *
 * @param bench Which benchmark it is.
 * @returns What they say.
 */
export function benchFlags<N extends string, T extends string>(
  bench: BenchTask<N, T>,
): BenchFlags<N, T> {
  try {
    const flags = parseBenchFlags(Deno.args, bench);
    if (flags !== undefined) return flags;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // deno-lint-ignore no-console
    console.error(error.message);
    Deno.exit(1);
  }
  // deno-lint-ignore no-console
  console.log(benchHelp(bench));
  Deno.exit(0);
}

/** Takes `1e7` as well, not an empty text, which is 0 to JavaScript. */
function isWithin(
  text: string,
  { least = 1, most = 9999 }: BenchNumber,
): boolean {
  const value = Number(text);
  return text.trim() !== "" && Number.isInteger(value) &&
    value >= least && value <= most;
}
