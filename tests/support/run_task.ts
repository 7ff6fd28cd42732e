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
 * deno.json gives it, as `deno task` does after set-up.
 *
 * @param name The script's name in `scripts/`.
 * @param args Its flags.
 * @param place Where the user stands.
 * @returns How it ended.
 */
export async function runTask(
  name: string,
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
  name: string,
  args: readonly string[],
  { cwd }: TaskPlace = {},
): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-prompt",
      "-P=offline",
      `scripts/${name}.ts`,
      ...args,
    ],
    env: cwd === undefined ? {} : { INIT_CWD: cwd },
    stdout: "piped",
    stderr: "piped",
  });
}
