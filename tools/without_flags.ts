import { InputError } from "../lib/errors.ts";

/** A task that takes no flags. */
export interface FlaglessTask {
  /** Its name in deno.json. */
  readonly task: string;
  /** One sentence for `--help`. */
  readonly about: string;
}

/**
 * Ends this process where it is given flags, of which the task takes none: after
 * its help where that is what is asked for, else in one line.
 *
 * @param task What it is.
 */
export function withoutFlags({ task, about }: FlaglessTask): void {
  const [first] = Deno.args;
  if (first === undefined) return;
  if (first === "--help" || first === "-h") {
    // deno-lint-ignore no-console
    console.log(`${about}\n\n  deno task ${task}\n\nIt takes no flags.`);
    Deno.exit(0);
  }
  const { message } = new InputError(`run ${task}`, "it takes no flags", {
    got: first,
  });
  // deno-lint-ignore no-console
  console.error(message);
  Deno.exit(1);
}
