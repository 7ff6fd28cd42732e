/** What tells of running processes; on Linux the files in `/proc`. */
export interface ProcSource {
  /**
   * Gives the processes that one has started and that still run.
   *
   * @param pid The process.
   * @returns Their numbers; none where it has ended.
   */
  childrenOf(pid: number): readonly number[];
  /**
   * Gives how much memory one has.
   *
   * @param pid The process.
   * @returns What it has; nothing where it has ended.
   */
  memoryOf(pid: number): ProcessMemory;
}

/** Memory of a process that is there at the moment (RSS), in KiB. */
export interface ProcessMemory {
  /** Its own, and what it shares on purpose. */
  readonly own: number;
  /** Pages of files, such as its program. */
  readonly files: number;
}

/** `/proc` of this machine. */
export const PROC: ProcSource = {
  childrenOf: (pid) =>
    orElse(
      [],
      () =>
        Deno.readDirSync(`/proc/${pid}/task`).toArray().flatMap(({ name }) =>
          Deno.readTextFileSync(`/proc/${pid}/task/${name}/children`).split(" ")
        ).filter((text) => text.trim() !== "").map(Number),
    ),
  memoryOf: (pid) =>
    orElse({ own: 0, files: 0 }, () => {
      const status = Deno.readTextFileSync(`/proc/${pid}/status`);
      const field = (name: string) =>
        Number(
          new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(status)?.[1] ?? 0,
        );
      return {
        own: field("RssAnon") + field("RssShmem"),
        files: field("RssFile"),
      };
    }),
};

/**
 * Keeps the most memory that a process and all that it has started had together,
 * each time it is told to look. Pages of files are counted once, as of the process
 * that has the most: those of one program are shared by all that run it.
 *
 * @param pid The process.
 * @param source Where to look.
 * @returns A function that looks and gives the most so far, in KiB.
 */
export function memoryPeak(
  pid: number,
  source: ProcSource = PROC,
): () => number {
  let most = 0;
  return () => {
    const all = treeOf(pid, source).map((one) => source.memoryOf(one));
    const own = all.reduce((sum, { own }) => sum + own, 0);
    const files = Math.max(...all.map(({ files }) => files));
    most = Math.max(most, own + files);
    return most;
  };
}

function treeOf(pid: number, source: ProcSource): readonly number[] {
  const below = source.childrenOf(pid).flatMap((child) =>
    treeOf(child, source)
  );
  return [pid, ...below];
}

/** A process may end between two looks at it. */
function orElse<T>(none: T, look: () => T): T {
  try {
    return look();
  } catch {
    return none;
  }
}
