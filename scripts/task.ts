import type { ProgressListener } from "../lib/pipeline/base/progress.ts";
import type { TaskParam } from "./task_params.ts";

/** What a task is and does. */
export interface Task {
  /** Its name in deno.json. */
  readonly name: string;
  /** One sentence for `--help`. */
  readonly about: string;
  /** The parameters it takes. */
  readonly params: readonly TaskParam[];
  /** Does the work; what it returns is printed. */
  readonly run: (input: TaskInput) => Promise<TaskOutput>;
}

/** What a task is given. */
export interface TaskInput {
  /** Parameters from the params file and the flags; flags win. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The command line, to be recorded. */
  readonly command: string;
  /** Shows progress on stderr; silent with `--quiet`. */
  readonly listener: ProgressListener;
}

/** What a task prints on stdout. */
export interface TaskOutput {
  /** For people; left out with `--quiet`. */
  readonly lines: readonly string[];
  /** The last line: where the result is. */
  readonly last: string;
  /** With `--json`, instead of the lines. */
  readonly json: unknown;
  /** What could not be done, said last on stderr; the exit code is then 1. */
  readonly failure?: string;
}
