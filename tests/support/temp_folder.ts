/**
 * Does work in a folder of its own, which is removed afterwards.
 *
 * @param work Does it, given the folder's path.
 */
export async function inTemp(
  work: (dir: string) => Promise<void>,
): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

/**
 * Names what a folder holds.
 *
 * @param dir The folder.
 * @returns The names of its files and folders, sorted.
 */
export async function namesIn(dir: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(dir))).map(({ name }) => name)
    .sort();
}
