import { parseFlags, placePaths } from "../../scripts/flags.ts";
import {
  benchmarkRights,
  fileRights,
  type FileTask,
  modelsRights,
  stabilityRights,
} from "../../scripts/launch/rights.ts";
import { TASK_PARAMS } from "../../scripts/task_params.ts";

export type { FileTask };

/** A task that is run so. */
export type RunnableTask = FileTask | "benchmark" | "stability" | "models";

/** A task's end. */
export interface TaskEnd {
  /** Its exit code. */
  readonly code: number;
  /** Lines of stdout. */
  readonly stdout: readonly string[];
  /** All of stderr. */
  readonly stderr: string;
}

/** Where a task runs. */
export interface TaskPlace {
  /** The folder that the user stands in. */
  readonly cwd?: string;
}

/**
 * Runs a task's script in a process of its own with the permissions that
 * launcher gives it, as `deno task` does after set-up.
 *
 * @param name The script's name in `scripts/`.
 * @param args Its flags.
 * @param place Where the user stands.
 * @returns How it ended.
 */
export async function runTask(
  name: RunnableTask,
  args: readonly string[],
  place: TaskPlace = {},
): Promise<TaskEnd> {
  const { code, stdout, stderr } = await taskCommand(name, args, place)
    .output();
  const text = new TextDecoder().decode(stdout);
  return {
    code,
    stdout: text === "" ? [] : text.trimEnd().split("\n"),
    stderr: new TextDecoder().decode(stderr),
  };
}

/**
 * Prepares a task's process without starting it.
 *
 * @param name The script's name in `scripts/`.
 * @param args Its flags.
 * @param place Where the user stands.
 * @returns The command.
 */
export function taskCommand(
  name: RunnableTask,
  args: readonly string[],
  { cwd }: TaskPlace = {},
): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      ...rightsOf(name, args, cwd),
      `scripts/${name}.ts`,
      ...args,
    ],
    env: cwd === undefined ? {} : { INIT_CWD: cwd },
    stdout: "piped",
    stderr: "piped",
  });
}

/** The rights that the launcher gives for these flags, found without a wait. */
function rightsOf(
  name: RunnableTask,
  args: readonly string[],
  cwd: string | undefined,
): readonly string[] {
  const before = Deno.env.get("INIT_CWD");
  const rights = (params: Readonly<Record<string, unknown>>) =>
    name === "benchmark"
      ? benchmarkRights(params)
      : name === "stability"
      ? stabilityRights(params)
      : name === "models"
      ? modelsRights(params)
      : fileRights(name, params);
  if (cwd !== undefined) Deno.env.set("INIT_CWD", cwd);
  try {
    const { params } = parseFlags({ name, params: TASK_PARAMS[name] }, args);
    return rights({ ...fileParams(params.params), ...params });
  } catch {
    // The task says itself what is wrong.
    return rights({});
  } finally {
    if (before !== undefined) Deno.env.set("INIT_CWD", before);
    else Deno.env.delete("INIT_CWD");
  }
}

function fileParams(file: unknown): Record<string, unknown> {
  try {
    const { isFile, size } = Deno.statSync(String(file));
    if (!isFile || size > 1000) return {};
    return placePaths(JSON.parse(Deno.readTextFileSync(String(file))));
  } catch {
    return {};
  }
}
