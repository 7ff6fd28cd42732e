/** When a task is killed. */
export type Moment =
  /** So long after its start. */
  | { readonly kind: "time"; readonly ms: number }
  /** At the so-manieth change of a file that it writes. */
  | { readonly kind: "change"; readonly nth: number };

/** How a task is run. */
export interface KillOptions {
  /** When it is killed; without, it ends by itself. */
  readonly moment?: Moment;
  /** Folders whose changes count. */
  readonly folders: readonly string[];
  /** Tells which changes are the task's, by their path. */
  readonly isOwn: (path: string) => boolean;
}

/** How it ended. */
export interface KilledTask {
  /** Its exit code; 137 where it was killed. */
  readonly code: number;
  /** All of stderr. */
  readonly stderr: string;
  /** From start to end. */
  readonly ms: number;
  /** Changes of files that were seen. */
  readonly changes: number;
}

/**
 * Starts a task as `deno task` does, by its launcher, in a process group of its
 * own, and kills that group with SIGKILL.
 *
 * @param name The task.
 * @param args Its flags.
 * @param options When it is killed.
 * @returns How it ended; no process of it runs any more.
 */
export async function killTask(
  name: string,
  args: readonly string[],
  { moment, folders, isOwn }: KillOptions,
): Promise<KilledTask> {
  using watcher = Deno.watchFs([...folders]);
  const began = performance.now();
  const child = launch(name, args);
  let hasEnded = false;
  const kill = () => {
    if (hasEnded) return;
    try {
      Deno.kill(-child.pid, "SIGKILL");
    } catch (error) {
      // It has just ended, and nobody has told us yet.
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  };
  let changes = 0;
  const watching = (async () => {
    for await (const { paths } of watcher) {
      if (!paths.some(isOwn)) continue;
      changes++;
      if (moment?.kind === "change" && changes === moment.nth) kill();
    }
  })();
  const timer = moment?.kind === "time" ? setTimeout(kill, moment.ms) : 0;
  // Ends when the last process of the group has closed its pipes.
  const { code, stderr } = await child.output();
  hasEnded = true;
  clearTimeout(timer);
  const ms = performance.now() - began;
  watcher.close();
  await watching;
  return { code, stderr: new TextDecoder().decode(stderr), ms, changes };
}

/**
 * Starts a task by its launcher, in a process group of its own.
 *
 * @param name The task.
 * @param args Its flags.
 * @returns The launcher's process.
 */
export function launch(
  name: string,
  args: readonly string[],
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-q", "--allow-read", "--allow-run"],
      ...["--allow-env=INIT_CWD", "scripts/launch.ts", name, ...args],
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    detached: true,
  }).spawn();
}
