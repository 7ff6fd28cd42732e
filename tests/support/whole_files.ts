import assert from "node:assert/strict";
import { join } from "node:path";
import { sha256 } from "@lib/pipeline/base/hash.ts";

/** A folder's files by their path in it. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What a writer that was killed may leave beside a place. */
const DEBRIS = /\.tmp$/;

/**
 * Reads all files of a folder.
 *
 * @param folder The folder.
 * @returns The files, sorted by path; none where it is not there.
 */
export async function readTree(folder: string): Promise<Files> {
  const files: [string, Uint8Array][] = [];
  const walk = async (path: string) => {
    for await (const entry of Deno.readDir(join(folder, path))) {
      const inside = join(path, entry.name);
      if (entry.isDirectory) await walk(inside);
      else files.push([inside, await Deno.readFile(join(folder, inside))]);
    }
  };
  await walk("").catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  return new Map(files.sort(([a], [b]) => a < b ? -1 : 1));
}

/**
 * Asserts that a model's folder holds whole versions, a pointer to one of them,
 * whole checkpoints, and else only what the next run sweeps.
 *
 * @param folder The model's folder, such as `data/models/web`.
 */
export async function assertWholeModel(folder: string): Promise<void> {
  const tree = await readTree(folder);
  const text = (path: string) => new TextDecoder().decode(tree.get(path));
  const versions = new Set<string>();
  for (const [path, bytes] of tree) {
    const [top = "", name = ""] = path.split("/");
    if (DEBRIS.test(top) || DEBRIS.test(name)) continue;
    if (top === "versions") versions.add(name);
    else if (top === "checkpoints") assertWholeCheckpoint(path, bytes);
    else assert.equal(path, "current");
  }
  for (const version of versions) {
    const at = (file: string) => join("versions", version, file);
    const { files } = JSON.parse(text(at("manifest.json")));
    assert.deepEqual(
      Object.keys(files),
      ["model.json", "weights.bin", "detector.json"],
    );
    for (const [file, hash] of Object.entries(files)) {
      assert.equal(sha256(tree.get(at(file)) ?? ""), hash, at(file));
    }
  }
  if (!tree.has("current")) return;
  // The version in use, and those that were before.
  assert.match(text("current"), /^([0-9a-f]{12}\n)+$/);
  const [current = ""] = text("current").split("\n");
  const aside = [...tree.keys()].some((path) =>
    path.startsWith(join("versions", `${current}.tmp/`)) &&
    path.includes(".old/")
  );
  assert.ok(versions.has(current) || aside, `current is ${current}`);
}

function assertWholeCheckpoint(path: string, bytes: Uint8Array): void {
  assert.match(path, /^checkpoints\/[0-9a-f]{12}\.bin$/);
  const end = bytes.indexOf(10);
  const [, hash] = new TextDecoder().decode(bytes.subarray(0, end))
    .match(/^whenwhy checkpoint 1 ([0-9a-f]{64})$/) ?? [];
  assert.equal(sha256(bytes.subarray(end + 1)), hash, path);
}

/** What depends on nothing but data and parameters. */
const NUMBERS = ["incidents.json", "evaluation.json", "scores.parquet"];

/**
 * Asserts that a run's folder is as whole as the one of an undisturbed run: each
 * file is the one that its record names, and the numbers are the same.
 *
 * @param found The files that are there.
 * @param whole The files of the undisturbed run.
 */
export function assertWholeRun(found: Files, whole: Files): void {
  assert.deepEqual([...found.keys()], [...whole.keys()]);
  // Training writes no run.
  if (whole.size === 0) return;
  const record = JSON.parse(new TextDecoder().decode(found.get("run.json")));
  const hashes = Object.fromEntries(
    [...found].filter(([path]) => path !== "run.json")
      .map(([path, bytes]) => [path, sha256(bytes)]),
  );
  const named = record.files.map(
    ({ path, sha256 }: Record<string, string>) => [path, sha256],
  );
  assert.deepEqual(Object.fromEntries(named), hashes);
  for (const path of NUMBERS) {
    assert.deepEqual(found.get(path), whole.get(path), path);
  }
}

/**
 * Lists what writers that were killed left.
 *
 * @param folder A folder, looked through with all in it.
 * @returns The paths of what is not under its final name.
 */
export async function debrisIn(folder: string): Promise<readonly string[]> {
  return [...(await readTree(folder)).keys()]
    .filter((path) => path.split("/").some((name) => DEBRIS.test(name)));
}
