import { InputError } from "@lib/errors.ts";
import { readParamsFile } from "@lib/pipeline/params_file.ts";
import { parseFlags, placePaths } from "./flags.ts";
import { helpText } from "./help.ts";
import { plainLine } from "./plain_line.ts";
import { showProgress } from "./show_progress.ts";
import type { Task } from "./task.ts";

/**
 * Runs a task from the command line: flags, params file, help, exit code.
 *
 * Exit code 1 says in one line what is wrong with the input; 2 is a defect of
 * ours, with its stack.
 *
 * @param task The task.
 */
export async function runTask(task: Task): Promise<void> {
  try {
    const flags = parseFlags(task, Deno.args);
    if (flags.help) return print(helpText(task));
    const { params: file, ...given } = flags.params;
    const fromFile = typeof file === "string" ? await readParamsFile(file) : {};
    const progress = showProgress(flags.quiet ? "nothing" : "everything");
    const output = await task.run({
      params: { ...placePaths(fromFile), ...given },
      command: ["deno task", task.name, ...Deno.args.map(quote)].join(" "),
      listener: progress.listener,
    }).finally(progress.end);
    if (flags.json) return print(JSON.stringify(output.json, null, 2));
    if (!flags.quiet) output.lines.forEach(print);
    print(output.last);
  } catch (error) {
    const known = error instanceof InputError;
    // deno-lint-ignore no-console
    console.error(known ? plainLine(error.message) : error);
    Deno.exit(known ? 1 : 2);
  }
}

function quote(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg)
    ? arg
    : `'${arg.replaceAll("'", "'\\''")}'`;
}

function print(line: string): void {
  // deno-lint-ignore no-console
  console.log(line);
}
