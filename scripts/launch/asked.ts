import { readParamsFile } from "../../lib/pipeline/params/params_file.ts";
import { parseFlags, placePaths } from "../flags.ts";
import { TASK_PARAMS, type TaskName } from "../task_params.ts";

/** What a command line asks for, as far as a launcher needs to know. */
export interface Asked {
  /** Whether the help text is asked for. */
  readonly help: boolean;
  /** Parameters from the params file and the flags; flags win. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Flags that every task takes, as they were typed. */
  readonly switches: readonly string[];
}

/**
 * Reads a task's command line, and the params file that it names.
 *
 * @param name The task.
 * @param args The command line after the task's name.
 * @returns Its parameters, files named from the root, values unchecked;
 *   `params` names the params file.
 * @throws {InputError} For an unknown flag, or a params file that is none.
 */
export async function askedOf(
  name: TaskName,
  args: readonly string[],
): Promise<Asked> {
  const { help, params } = parseFlags(
    { name, params: TASK_PARAMS[name] },
    args,
  );
  const file = params.params;
  const fromFile = !help && typeof file === "string"
    ? placePaths(await readParamsFile(file))
    : {};
  return {
    help,
    params: { ...fromFile, ...params },
    switches: args.filter((arg) => arg === "--quiet" || arg === "--json"),
  };
}
