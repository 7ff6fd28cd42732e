/** Child processes, each the leader of its own group, that can all be ended. */
export class Children {
  readonly #running = new Map<number, Deno.ChildProcess>();

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
   * @param values Environment variables that it reads.
   */
  async shell(
    script: string,
    values: Readonly<Record<string, string | number>>,
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
    for (const child of which) {
      if (!this.#running.has(child.pid)) continue;
      try {
        Deno.kill(-child.pid, "SIGTERM");
      } catch (error) {
        // It may have ended by itself a moment ago.
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
    await Promise.all(which.map((child) => child.status));
  }
}
