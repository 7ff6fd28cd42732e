import { dirname } from "node:path";
import { exists } from "../../lib/pipeline/files/debris.ts";

/**
 * Says which earlier pages a task is about to replace.
 *
 * @param pages Paths of the pages that it will write.
 * @param shown Gives a path as the user knows it.
 * @returns One line; `undefined` where none of them is there.
 */
export async function replacingLine(
  pages: readonly string[],
  shown: (path: string) => string,
): Promise<string | undefined> {
  const there: string[] = [];
  for (const page of pages) if (await exists(page)) there.push(page);
  const [first] = there;
  if (first === undefined) return undefined;
  return there.length === 1
    ? `Replacing the earlier page ${shown(first)}`
    : `Replacing ${there.length} earlier pages in ${shown(dirname(first))}`;
}
