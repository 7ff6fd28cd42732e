/** What a program left. */
export interface CommandResult {
  /** Whether it ended with 0. */
  readonly success: boolean;
  /** The signal that ended it, if one did. */
  readonly signal: string | null;
  /** The last line that says something, of stderr or else of stdout. */
  readonly lastLine: string;
}

/** How to run a program. */
export interface CommandOptions {
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program to its end, quietly.
 *
 * @param command The program and its arguments.
 * @param options How.
 * @returns How it ended and what it said last.
 */
export async function runCommand(
  [program, ...args]: readonly [string, ...string[]],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { success, signal, stdout, stderr } = await new Deno.Command(program, {
    args,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { ...options.env },
  }).output();
  const lastLine = lastLineOf(stderr) || lastLineOf(stdout);
  return { success, signal, lastLine };
}

function lastLineOf(output: Uint8Array): string {
  const lines = new TextDecoder().decode(output).split(/[\r\n]+/);
  return lines.findLast((line) => line.trim() !== "")?.trim() ?? "";
}
