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
   * Gives how much memory one has, quickly.
   *
   * @param pid The process.
   * @returns KiB, shared pages counted whole (RSS); 0 where it has ended.
   */
  residentOf(pid: number): number;
  /**
   * Gives how much memory one has; takes long where it is much.
   *
   * @param pid The process.
   * @returns KiB, shared pages divided by those who share them (PSS); 0 where it
   *   has ended.
   */
  shareOf(pid: number): number;
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
  residentOf: (pid) => kibibytes(`/proc/${pid}/status`, "VmRSS"),
  shareOf: (pid) => kibibytes(`/proc/${pid}/smaps_rollup`, "Pss"),
};

/**
 * Keeps the most memory that a process and all that it has started had together,
 * each time it is told to look.
 *
 * @param pid The process.
 * @param source Where to look.
 * @returns A function that looks and gives the most so far, in KiB.
 */
export function memoryPeak(
  pid: number,
  source: ProcSource = PROC,
): () => number {
  let [mostResident, mostShare] = [0, 0];
  return () => {
    const pids = treeOf(pid, source);
    const sum = (of: (pid: number) => number) =>
      pids.reduce((total, one) => total + of(one), 0);
    const resident = sum(source.residentOf);
    if (resident > mostResident) {
      mostResident = resident;
      mostShare = Math.max(mostShare, sum(source.shareOf));
    }
    return mostShare;
  };
}

function treeOf(pid: number, source: ProcSource): readonly number[] {
  const below = source.childrenOf(pid).flatMap((child) =>
    treeOf(child, source)
  );
  return [pid, ...below];
}

function kibibytes(file: string, field: string): number {
  return orElse(0, () => {
    const line = new RegExp(`^${field}:\\s*(\\d+) kB$`, "m");
    return Number(line.exec(Deno.readTextFileSync(file))?.[1] ?? 0);
  });
}

/** A process may end between two looks at it. */
function orElse<T>(none: T, look: () => T): T {
  try {
    return look();
  } catch {
    return none;
  }
}
