import { fromRoot } from "../../lib/pipeline/base/paths.ts";
import type { TaskName } from "../task_params.ts";
import { endingLine, keptCheckpoint } from "./ending.ts";

/** How a task's script is started. */
export interface StartOptions {
  /** Its rights, as arguments of `deno run`. */
  readonly rights: readonly string[];
  /** Its flags. */
  readonly args: readonly string[];
  /** The model that it trains, where its name was given. */
  readonly model?: string | undefined;
  /**
   * Where its results go.
   *
   * @default {"inherit"}
   */
  readonly stdout?: "inherit" | "null";
}

/**
 * Runs a task's script in a process of its own and waits for its end. Being
 * told to end, it tells the script so. What a signal ended could say nothing
 * itself: that is said here.
 *
 * @param name The script's name in `scripts/`.
 * @param options Rights, flags, where results go.
 * @returns Its exit code; 128 and the signal's number where one ended it.
 */
export async function start(
  name: TaskName,
  { rights, args, model, stdout = "inherit" }: StartOptions,
): Promise<number> {
  const beganMs = Date.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", ...rights, fromRoot(`scripts/${name}.ts`), ...args],
    cwd: fromRoot("."),
    stdin: "inherit",
    stdout,
    stderr: "inherit",
  }).spawn();
  // A terminal sends SIGINT to both, `kill` to this one only; twice is no harm.
  const signals = Deno.build.os === "windows"
    ? ["SIGINT"] as const
    : ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const pass = signals.map((signal) => {
    const listener = () => end(child, signal);
    Deno.addSignalListener(signal, listener);
    return () => Deno.removeSignalListener(signal, listener);
  });
  const { code, signal } = await child.status;
  pass.forEach((remove) => remove());
  if (signal !== null) {
    const hasCheckpoint = await keptCheckpoint(beganMs, { model });
    say(endingLine(name, { signal, hasCheckpoint }));
  }
  return code;
}

function end(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch {
    // It has ended by itself.
  }
}

function say(line: string): void {
  // A bar of progress, or the terminal's ^C, is still in this line.
  const isOpen = Deno.stderr.isTerminal();
  // deno-lint-ignore no-console
  console.error(isOpen ? `\n${line}` : line);
}
