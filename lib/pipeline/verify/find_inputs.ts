import { basename, dirname, join } from "node:path";
import type { RunRecord } from "../../report/report_input.ts";
import { fromRoot } from "../base/paths.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { type FileState, sameFile } from "./same_file.ts";

/** An input of a run as it is recorded. */
export type InputRecord = RunRecord["inputs"][number];

/** An input, and where it is. */
export interface FoundInput extends FileState {
  /** Where it is, or was. */
  readonly file: string;
  /** Whether that is another place than the recorded one. */
  readonly isElsewhere: boolean;
}

/**
 * Looks for the inputs of a run: where they were, and of those that are not what
 * they were there, elsewhere. The files of an earlier run are found together or not
 * at all, since they are read as one folder.
 *
 * @param inputs The inputs as they are recorded.
 * @param elsewhere Where else they are looked for, or `null`.
 * @returns One entry an input.
 */
export async function findInputs(
  inputs: readonly InputRecord[],
  elsewhere: Elsewhere | null,
): Promise<FoundInput[]> {
  const there: FoundInput[] = [];
  for (const input of inputs) {
    const file = fromRoot(input.path);
    there.push({ file, isElsewhere: false, ...await sameFile(file, input) });
  }
  if (elsewhere === null) return there;
  const folderOf = (i: number) => dirname(there[i]!.file);
  const lost = new Set(
    inputs.flatMap(({ role }, i) =>
      role === "earlier" && there[i]!.state !== "holds" ? [folderOf(i)] : []
    ),
  );
  const places = new Map<string, string>();
  for (const folder of lost) {
    const own = inputs.filter(({ role }, i) =>
      role === "earlier" && folderOf(i) === folder
    );
    const place = await earlierFolder(own, elsewhere);
    if (place !== null) places.set(folder, place);
  }
  const found: FoundInput[] = [];
  for (const [i, input] of inputs.entries()) {
    const isEarlier = input.role === "earlier";
    const place = isEarlier ? places.get(folderOf(i)) : undefined;
    const file = place !== undefined
      ? join(place, basename(input.path))
      : isEarlier || there[i]!.state === "holds"
      ? null
      : await first(elsewhere.find(input));
    found.push(
      file === null
        ? there[i]!
        : { file, isElsewhere: true, state: "holds", why: "", isUsable: true },
    );
  }
  return found;
}

/** A folder that holds all that was read of an earlier run. */
async function earlierFolder(
  inputs: readonly InputRecord[],
  elsewhere: Elsewhere,
): Promise<string | null> {
  const [one] = inputs;
  if (one === undefined) return null;
  for await (const file of elsewhere.find(one)) {
    const folder = dirname(file);
    const states = await Promise.all(
      inputs.map((input) =>
        sameFile(join(folder, basename(input.path)), input)
      ),
    );
    if (states.every(({ state }) => state === "holds")) return folder;
  }
  return null;
}

async function first(files: AsyncIterable<string>): Promise<string | null> {
  for await (const file of files) return file;
  return null;
}
