import { parseArgs } from "node:util";
import { InputError } from "../../lib/errors.ts";

/** How a benchmark in rounds is run. */
export interface BenchFlags {
  /** How often everything is measured, at least once. */
  readonly rounds: number;
  /** A file for the figures, if one is asked for. */
  readonly out: string | undefined;
}

/** Which benchmark it is. */
export interface BenchTask {
  /** The task's name. */
  readonly task: string;
  /** Rounds where nobody says. */
  readonly rounds: number;
}

/**
 * Reads a benchmark's flags: `[--rounds N] [--out FILE.json]`.
 *
 * @param args The flags.
 * @param bench Which benchmark it is.
 * @returns What they say.
 * @throws {InputError} For an unknown flag, or rounds that cannot be counted.
 */
export function parseBenchFlags(
  args: readonly string[],
  { task, rounds }: BenchTask,
): BenchFlags {
  const usage = `deno task ${task} [--rounds N] [--out FILE.json]`;
  const { tokens } = parseArgs({
    args: [...args],
    options: { rounds: { type: "string" }, out: { type: "string" } },
    strict: false,
    tokens: true,
  });
  let given: BenchFlags = { rounds, out: undefined };
  for (const token of tokens) {
    const [name, value] = token.kind === "option"
      ? [token.name, token.value ?? ""]
      : ["", ""];
    if (name === "rounds" && /^[1-9]\d{0,3}$/.test(value)) {
      given = { ...given, rounds: Number(value) };
    } else if (name === "out" && value !== "") {
      given = { ...given, out: value };
    } else {
      throw new InputError(`run ${task}`, `its flags must be ${usage}`, {
        got: args.join(" "),
      });
    }
  }
  return given;
}

/**
 * Reads the flags of this process; ends it in one line where they are wrong.
 *
 * @param bench Which benchmark it is.
 * @returns What they say.
 */
export function benchFlags(bench: BenchTask): BenchFlags {
  try {
    return parseBenchFlags(Deno.args, bench);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // deno-lint-ignore no-console
    console.error(error.message);
    Deno.exit(1);
  }
}
