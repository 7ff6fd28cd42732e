import { plainText } from "../lib/frame/plain_text.ts";
import { InputError } from "../lib/errors.ts";
import { readParamsFile } from "../lib/pipeline/params/params_file.ts";
import { nearest } from "../lib/pipeline/base/nearest.ts";
import { flag } from "../lib/pipeline/params/param_values.ts";
import { shellWord } from "../lib/pipeline/base/shell_word.ts";
import { toJson } from "../lib/pipeline/base/to_json.ts";
import { parseFlags, placePaths } from "./flags.ts";
import { helpText } from "./help.ts";
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
    const fromFile = typeof file === "string"
      ? await paramsOf(task, file)
      : { json: false, quiet: false, params: {} };
    const isJson = flags.json || fromFile.json;
    const isQuiet = flags.quiet || fromFile.quiet;
    const progress = showProgress(isQuiet ? "nothing" : "everything");
    const output = await task.run({
      params: { ...fromFile.params, ...given },
      command: ["deno task", task.name, ...Deno.args.map(shellWord)].join(" "),
      listener: progress.listener,
    }).finally(progress.end);
    if (isJson) print(toJson(output.json).trimEnd());
    else {
      if (!isQuiet) output.lines.forEach((line) => print(plainText(line)));
      print(output.last);
    }
    if (output.failure !== undefined) fail(output.failure);
  } catch (error) {
    if (error instanceof InputError) fail(error.message);
    // deno-lint-ignore no-console
    console.error(error);
    Deno.exit(2);
  }
}

function fail(message: string): never {
  // deno-lint-ignore no-console
  console.error(plainText(message));
  Deno.exit(1);
}

/** Reads a params file; it knows the names of the task's flags and no other. */
async function paramsOf(task: Task, file: string) {
  const { json, quiet, ...params } = await readParamsFile(file);
  const known: readonly string[] = task.params;
  const unknown = Object.keys(params).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError("use params", "every name must be known", {
      got: unknown,
      hint: nearest(unknown, known) ??
        `known are ${known.join(", ")}, quiet, json`,
    });
  }
  return {
    json: flag(json ?? false, "json"),
    quiet: flag(quiet ?? false, "quiet"),
    params: placePaths(params),
  };
}

function print(line: string): void {
  // deno-lint-ignore no-console
  console.log(line);
}
