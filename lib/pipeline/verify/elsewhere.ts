import { basename, dirname, join } from "node:path";
import { InputError } from "../../errors.ts";
import { sha256OfFile } from "../base/hash.ts";
import type { FileRecord } from "../../report/report_input.ts";

/** Folders with more files than that are no copy of a run's inputs. */
const MOST_FILES = 100_000;

/** Where inputs lie now that are not where they were. */
export interface Elsewhere {
  /**
   * Looks for a file by its SHA-256.
   *
   * @param record Its path then, its size and hash.
   * @returns Places that hold the same, those that are called most like it first.
   */
  readonly find: (record: FileRecord) => AsyncIterable<string>;
  /**
   * Looks for a model.
   *
   * @param model Its version, and the SHA-256 of its manifest.
   * @returns Folders that may be it, the likeliest first.
   */
  readonly models: (
    model: { readonly version: string; readonly sha256: string },
  ) => Promise<string[]>;
}

interface Place {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Lists what lies in folders, to look there for inputs. Links to folders are not
 * followed; a file is read only where it has the size of what is looked for, and
 * nothing of it is told but that it is the same.
 *
 * @param folders Absolute paths of folders, or of single files.
 * @returns What looks for files there.
 * @throws {InputError} If one is not there, or they hold very many files.
 *
 * @example Usage
 * ```ts
 * import { lookElsewhere } from "@lib/pipeline/verify/elsewhere.ts";
 * import { sha256OfFile } from "@lib/pipeline/base/hash.ts";
 * import assert from "node:assert/strict";
 *
 * const record = { path: "old/name.md", ...await sha256OfFile("README.md") };
 * const { find } = await lookElsewhere(["docs", "README.md"]);
 * assert.deepEqual(await Array.fromAsync(find(record)), ["README.md"]);
 * ```
 */
export async function lookElsewhere(
  folders: readonly string[],
): Promise<Elsewhere> {
  const places: Place[] = [];
  for (const folder of folders) await list(folder, places);
  const known = new Map<string, Promise<string | null>>();
  const hashOf = (path: string) => {
    const hash = known.get(path) ?? sha256OfFile(path)
      .then(({ sha256 }) => sha256, () => null);
    known.set(path, hash);
    return hash;
  };
  async function* find({ path, sha256, bytes }: FileRecord) {
    const likely = places.filter((place) => place.bytes === bytes)
      .map((place) => ({ ...place, alike: sharedEnd(place.path, path) }))
      .sort((a, b) => b.alike - a.alike);
    for (const place of likely) {
      if (await hashOf(place.path) === sha256) yield place.path;
    }
  }
  async function models(
    { version, sha256 }: { readonly version: string; readonly sha256: string },
  ) {
    const own: string[] = [];
    const named: string[] = [];
    for (const { path } of places) {
      if (basename(path) !== "manifest.json") continue;
      if (await hashOf(path) === sha256) own.push(dirname(path));
      else if (basename(dirname(path)) === version) named.push(dirname(path));
    }
    return [...own, ...named];
  }
  return { find, models };
}

async function list(place: string, places: Place[]): Promise<void> {
  const info = await Deno.stat(place).catch(() => null);
  if (info === null) {
    throw new InputError("use params", "inputs must name folders or files", {
      got: place,
      hint: "there is none",
    });
  }
  if (!info.isDirectory) return add(place, info, places);
  const entries = await Array.fromAsync(Deno.readDir(place)).catch(() => []);
  for (const { name, isDirectory } of entries) {
    const path = join(place, name);
    if (isDirectory) {
      await list(path, places);
      continue;
    }
    const info = await Deno.stat(path).catch(() => null);
    if (info !== null) add(path, info, places);
  }
}

function add(
  path: string,
  { isFile, size }: Deno.FileInfo,
  places: Place[],
): void {
  // A pipe or a device is no file, whatever leads to it.
  if (!isFile) return;
  if (places.length >= MOST_FILES) {
    throw new InputError(
      "use params",
      "inputs must hold 100,000 files at most",
      {
        hint: "name the folder that they lie in",
      },
    );
  }
  places.push({ path, bytes: size });
}

/** How many names at the ends of two paths are the same. */
function sharedEnd(one: string, other: string): number {
  const [a, b] = [one, other].map((path) => path.split(/[\\/]/).reverse());
  const differs = a!.findIndex((name, i) => name !== b![i]);
  return differs < 0 ? a!.length : differs;
}
