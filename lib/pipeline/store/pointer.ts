import { join } from "node:path";
import { writeFile } from "../files/write_folder.ts";
import type { Detector } from "./detector.ts";

/** Versions that were in use before and are remembered. */
const REMEMBERED = 100;

/** Which version of a model is in use, and which were before. */
export interface Pointer {
  /** The version that the model's name stands for. */
  readonly current: string;
  /** Those that it stood for before, the latest first. */
  readonly before: readonly string[];
}

/**
 * Reads the file `current` of a model: a version a line, the one in use first,
 * below it those that were in use before. One file, so that it is always written
 * as a whole.
 *
 * @param folder The model's folder.
 * @returns What it says; `null` where there is none. `current` may be anything where
 *   the file is damaged: `isVersion()` tells.
 */
export async function readPointer(folder: string): Promise<Pointer | null> {
  const text = await Deno.readTextFile(join(folder, "current"))
    .catch(() => null);
  if (text === null) return null;
  const [current = "", ...before] = text.split("\n").map((line) => line.trim());
  return { current, before: before.filter(isVersion) };
}

/**
 * Tells whether a text can name a version.
 *
 * @param text Any text.
 * @returns Whether it can.
 */
export function isVersion(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text);
}

/**
 * Makes a stored version the one that its model's name stands for, and remembers
 * which one it was before.
 *
 * @param store The folder of all models.
 * @param id The model's name and the version's id.
 * @throws {InputError} If it cannot be written there.
 */
export async function makeCurrent(
  store: string,
  { name, version }: Pick<Detector, "name" | "version">,
): Promise<void> {
  const { current, before } = await readPointer(join(store, name)) ??
    { current: "", before: [] };
  const isNew = isVersion(current) && current !== version;
  await writePointer(join(store, name), {
    current: version,
    before: isNew ? [current, ...before] : before,
  });
}

/**
 * Writes which version of a model is in use, all at once.
 *
 * @param folder The model's folder.
 * @param pointer What it shall say.
 * @throws {InputError} If it cannot be written there.
 */
export async function writePointer(
  folder: string,
  { current, before }: Pointer,
): Promise<void> {
  const lines = [current, ...before.slice(0, REMEMBERED)];
  await writeFile(join(folder, "current"), `${lines.join("\n")}\n`);
}
