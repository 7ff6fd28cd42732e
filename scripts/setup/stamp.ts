import { presentPrograms } from "./programs.ts";
import { PLACES, RECIPE } from "./recipe.ts";

/** What a set-up came to. */
export type Stamp = NativeStamp | FallbackStamp;

/** tfjs-node works. */
export interface NativeStamp {
  readonly outcome: "native";
  /** The recipe that was followed. */
  readonly recipe: string;
  /** What must be there, with its size in bytes. */
  readonly files: Readonly<Record<string, number>>;
}

/** It does not, and the WebAssembly engine is used. */
export interface FallbackStamp {
  readonly outcome: "fallback";
  /** The recipe that could not be followed. */
  readonly recipe: string;
  /** Why, on one line. */
  readonly reason: string;
  /** The programs that were there: with others it is tried again. */
  readonly programs: string;
  /** When it is tried again in any case, ms since 1970; `null` is never. */
  readonly again: number | null;
}

/**
 * Reads what the last set-up came to, if that still holds.
 *
 * @param now Now, ms since 1970.
 * @returns The stamp; `undefined` if set-up has something to do.
 */
export async function standingStamp(now: number): Promise<Stamp | undefined> {
  const stamp = await readStamp();
  if (stamp?.recipe !== recipeId()) return undefined;
  if (stamp.outcome === "native") {
    return (await sameSizes(stamp.files)) ? stamp : undefined;
  }
  if (stamp.again !== null && now >= stamp.again) return undefined;
  return stamp.programs === await presentPrograms() ? stamp : undefined;
}

/**
 * Notes what a set-up came to. Written beside and renamed: a reader sees the old
 * stamp or the new one.
 *
 * @param stamp What it came to.
 */
export async function writeStamp(stamp: Stamp): Promise<void> {
  const beside = `${PLACES.stamp}.tmp`;
  await Deno.writeTextFile(beside, `${JSON.stringify(stamp, null, 2)}\n`);
  await Deno.rename(beside, PLACES.stamp);
}

/**
 * Names what is to be made, and for which machine.
 *
 * @returns The recipe on one line.
 */
export function recipeId(): string {
  const { tfjsNode, wheel } = RECIPE;
  return `${tfjsNode} ${wheel} ${Deno.build.os}-${Deno.build.arch} r1`;
}

async function readStamp(): Promise<Stamp | undefined> {
  try {
    // Only set-up writes this file; one that was cut off does not parse.
    return JSON.parse(await Deno.readTextFile(PLACES.stamp)) as Stamp;
  } catch {
    return undefined;
  }
}

async function sameSizes(
  files: Readonly<Record<string, number>>,
): Promise<boolean> {
  for (const [path, size] of Object.entries(files)) {
    const there = await Deno.stat(path).catch(() => undefined);
    if (there?.size !== size) return false;
  }
  return true;
}
