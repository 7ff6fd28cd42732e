/** Seconds that a program has to end by itself. */
const PATIENCE_SECONDS = 10;

/**
 * Child processes, each the leader of its own group: all can be ended, with
 * everything that they started, by the ids that are theirs.
 */
export class Children {
  readonly #folder: string;
  readonly #running = new Map<number, Deno.ChildProcess>();

  /**
   * Starts with none.
   *
   * @param folder Where they work.
   */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Starts a program in the background.
   *
   * @param program Its name or path.
   * @param args Its arguments.
   * @returns The running program.
   */
  start(program: string, args: readonly string[]): Deno.ChildProcess {
    const child = new Deno.Command(program, {
      args: [...args],
      cwd: this.#folder,
      stdin: "null",
      stdout: "null",
      stderr: "null",
      detached: true,
    }).spawn();
    this.#running.set(child.pid, child);
    child.status.then(() => this.#running.delete(child.pid));
    return child;
  }

  /**
   * Runs a shell script to its end.
   *
   * @param script What to run.
   * @param values Variables that it reads.
   */
  async shell(
    script: string,
    values: Readonly<Record<string, string | number>> = {},
  ): Promise<void> {
    const assignments = Object.entries(values)
      .map(([name, value]) => `${name}='${value}'\n`).join("");
    await this.start("sh", ["-c", assignments + script]).status;
  }

  /**
   * Ends programs with everything that they started.
   *
   * @param which These, or all.
   */
  async stop(
    which: readonly Deno.ChildProcess[] = [...this.#running.values()],
  ): Promise<void> {
    this.#signal(which, "SIGTERM");
    const timer = setTimeout(
      () => this.#signal(which, "SIGKILL"),
      PATIENCE_SECONDS * 1000,
    );
    await Promise.all(which.map((child) => child.status));
    clearTimeout(timer);
  }

  #signal(which: readonly Deno.ChildProcess[], signal: Deno.Signal): void {
    for (const { pid } of which) {
      if (!this.#running.has(pid)) continue;
      try {
        Deno.kill(-pid, signal);
      } catch (error) {
        // It may have ended by itself a moment ago.
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
  }
}
