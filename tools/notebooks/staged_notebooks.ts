/** A notebook as git is about to commit it. */
export interface StagedNotebook {
  /** Its path from the repository's root. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/**
 * Gives the notebooks that git is about to commit.
 *
 * @param root The repository's root.
 * @returns Those that are new or changed, as they are in the index.
 * @throws {Error} If git fails.
 */
export async function stagedNotebooks(
  root: string,
): Promise<readonly StagedNotebook[]> {
  const names = await git(root, [
    "diff",
    "--cached",
    "--name-only",
    "--diff-filter=d",
    "-z",
    "--",
    "*.ipynb",
  ]);
  const paths = names.split("\0").filter((path) => path !== "");
  return await Promise.all(
    paths.map(async (path) => ({
      path,
      text: await git(root, ["show", `:${path}`]),
    })),
  );
}

async function git(root: string, args: readonly string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("git", {
    args: ["-C", root, ...args],
    stdin: "null",
  }).output();
  if (success) return new TextDecoder().decode(stdout);
  const complaint = new TextDecoder().decode(stderr).trim();
  throw new Error(`Cannot run git ${args[0]}: it must succeed\n${complaint}`);
}
