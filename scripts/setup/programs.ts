/** Programs that set-up runs, by the names they go by. */
export const PROGRAMS = {
  python: ["python3", "python"],
  pip: ["pip3", "pip"],
  compiler: ["g++", "c++", "clang++"],
  timeout: ["timeout"],
} as const;

/**
 * Finds a program on the PATH.
 *
 * @param names What it may be called, the best first.
 * @returns Its path; `undefined` if there is none.
 */
export async function findProgram(
  names: readonly string[],
): Promise<string | undefined> {
  const folders = (Deno.env.get("PATH") ?? "").split(":").filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const path = `${folder}/${name}`;
      const there = await Deno.stat(path).catch(() => undefined);
      if (there?.isFile) return path;
    }
  }
}

/**
 * Says which of set-up's programs are there.
 *
 * @returns Their paths on one line, to be compared with an earlier one.
 */
export async function presentPrograms(): Promise<string> {
  const paths = Object.values(PROGRAMS).map(findProgram);
  return (await Promise.all(paths)).map((path) => path ?? "-").join(" ");
}
