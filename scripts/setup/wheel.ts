import { createHash } from "node:crypto";
import { runCommand } from "./command.ts";
import { AN_HOUR, Obstacle } from "./obstacle.ts";
import { RECIPE } from "./recipe.ts";

const MB = 1e6;

/** Where and with what to download. */
export interface DownloadOptions {
  /** Path of Python. */
  readonly python: string;
  /** A folder of this set-up alone. */
  readonly folder: string;
  /** Tells the person. */
  readonly say: (line: string) => void;
}

/**
 * Downloads TensorFlow's wheel with pip, from whichever index pip is set to.
 *
 * @param options Where and with what.
 * @returns Path of the wheel, whose hash is the pinned one.
 * @throws {Obstacle} If there is no pip, pip fails, or it is another file.
 */
export async function downloadWheel(
  { python, folder, say }: DownloadOptions,
): Promise<string> {
  const pip = [python, "-m", "pip"] as const;
  if (!(await runCommand([...pip, "--version"])).success) {
    throw new Obstacle(
      `it takes pip, which ${python} has not; \`apt install python3-pip\` gets it`,
    );
  }
  const tags = Object.entries(RECIPE.wheelTags);
  const stopWatching = watchSize(folder, say);
  const { success, lastLine } = await runCommand([
    ...pip,
    "download",
    "--quiet",
    "--no-input",
    "--disable-pip-version-check",
    "--timeout=15",
    "--retries=1",
    "--no-deps",
    "--only-binary=:all:",
    ...tags.map(([tag, value]) => `--${tag}=${value}`),
    `--dest=${folder}`,
    RECIPE.wheel,
  ], { env: { TMPDIR: folder } }).finally(stopWatching);
  if (!success) {
    throw new Obstacle(
      `pip could not download ${RECIPE.wheel} (${lastLine}); is PyPI within reach?`,
      { waitMs: AN_HOUR },
    );
  }
  const wheel = await findWheel(folder);
  await checkHash(wheel, RECIPE.wheelSha256);
  return wheel;
}

/**
 * Compares a file's SHA-256 with the pinned one.
 *
 * @param path The file.
 * @param sha256 What it must be, in hexadecimal digits.
 * @throws {Obstacle} If it is another one.
 */
export async function checkHash(path: string, sha256: string): Promise<void> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  for await (const chunk of file.readable) hash.update(chunk);
  const actual = hash.digest("hex");
  if (actual === sha256) return;
  throw new Obstacle(
    `the downloaded ${RECIPE.wheel} must have the SHA-256 ${sha256}, got ${actual}; look at pip's index settings`,
    { waitMs: AN_HOUR },
  );
}

async function findWheel(folder: string): Promise<string> {
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith(".whl")) return `${folder}/${name}`;
  }
  throw new Obstacle("pip left no wheel", { waitMs: AN_HOUR });
}

/** Tells each tenth of the download; pip itself is silent when not on a terminal. */
function watchSize(folder: string, say: (line: string) => void): () => void {
  let told = 0;
  const timer = setInterval(async () => {
    const size = Math.min(
      // Files come and go while pip works.
      await folderSize(folder).catch(() => 0),
      RECIPE.wheelBytes,
    );
    const tenth = Math.floor(10 * size / RECIPE.wheelBytes);
    if (tenth <= told) return;
    told = tenth;
    const total = Math.round(RECIPE.wheelBytes / MB);
    say(`  ${10 * tenth} % (${Math.round(size / MB)} of ${total} MB)`);
  }, 500);
  return () => clearInterval(timer);
}

async function folderSize(folder: string): Promise<number> {
  let size = 0;
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    size += isDirectory ? await folderSize(path) : (await Deno.stat(path)).size;
  }
  return size;
}
