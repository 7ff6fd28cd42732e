import deno from "../../deno.json" with { type: "json" };
import type { TaskName } from "../../scripts/task_params.ts";

/** How a launched task ended. */
export interface LaunchEnd {
  /** Its exit code. */
  readonly code: number;
  /** All of stdout. */
  readonly stdout: string;
  /** All of stderr. */
  readonly stderr: string;
}

/** Where a task is launched. */
export interface LaunchPlace {
  /** Variables beside those of the test. */
  readonly env?: Readonly<Record<string, string>>;
  /** What comes before the command, such as another user. */
  readonly under?: readonly string[];
}

/**
 * Prepares a task's own command of deno.json, without what it depends on.
 *
 * @param name The task.
 * @param flags Its flags.
 * @param place Where it runs.
 * @returns The command.
 */
export function launchCommand(
  name: TaskName,
  flags: readonly string[],
  { env = {}, under = [] }: LaunchPlace = {},
): Deno.Command {
  const [, ...args] = deno.tasks[name].command.split(" ");
  const [program = "", ...rest] = [...under, Deno.execPath(), ...args];
  return new Deno.Command(program, {
    args: [...rest, ...flags],
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

/**
 * Runs a task as `deno task` does, without what it depends on.
 *
 * @param name The task.
 * @param flags Its flags.
 * @param place Where it runs.
 * @returns How it ended.
 */
export async function launch(
  name: TaskName,
  flags: readonly string[],
  place: LaunchPlace = {},
): Promise<LaunchEnd> {
  const { code, stdout, stderr } = await launchCommand(name, flags, place)
    .output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}
