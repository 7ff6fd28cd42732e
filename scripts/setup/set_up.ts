import { runCommand } from "./command.ts";
import { makeNative } from "./make_native.ts";
import { AN_HOUR, Obstacle } from "./obstacle.ts";
import { runOwnInstall } from "./own_install.ts";
import { presentPrograms } from "./programs.ts";
import { PLACES, RECIPE } from "./recipe.ts";
import { recipeId, type Stamp, standingStamp, writeStamp } from "./stamp.ts";
import { verifyNative } from "./verify.ts";

/** Folders of set-ups: what one that was killed left is swept by the next. */
const WORK_PREFIX = "setup-";

/**
 * Makes tfjs-node work, if it can be made here, and notes what came of it. Only
 * one set-up at a time does so in a project; another waits and uses what it made.
 *
 * @param say Tells the person, a line a time.
 * @returns What it came to.
 */
export async function setUp(say: (line: string) => void): Promise<Stamp> {
  await Deno.mkdir(PLACES.cache, { recursive: true });
  // The system lets go of the lock when its process ends, however it ends.
  using lock = await Deno.open(`${PLACES.cache}/setup.lock`, {
    create: true,
    write: true,
  });
  if (!await lock.tryLock(true)) {
    say("Waiting for another set-up of this project …");
    await lock.lock(true);
    const stamp = await standingStamp(Date.now());
    if (stamp !== undefined) return stamp;
  }
  const stamp = await trySetUp(say);
  await writeStamp(stamp);
  return stamp;
}

async function trySetUp(say: (line: string) => void): Promise<Stamp> {
  const recipe = recipeId();
  await sweep();
  const folder = await Deno.makeTempDir({
    dir: PLACES.cache,
    prefix: WORK_PREFIX,
  });
  try {
    return { outcome: "native", recipe, files: await native(folder, say) };
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    return {
      outcome: "fallback",
      recipe,
      reason: error.message,
      programs: await presentPrograms(),
      again: error.waitMs === null ? null : Date.now() + error.waitMs,
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Gives what must be there from now on, with its size in bytes. */
async function native(
  folder: string,
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const root = await findPackage();
  const addon = `${root}/${PLACES.addon}`;
  if (!await exists(addon)) {
    say(`Setting up ${RECIPE.tfjsNode}: trying its own installer …`);
    await runOwnInstall();
  }
  if (!await works(addon)) {
    await makeNative({ root, folder, say });
    await verify(addon);
  }
  return await sizes(root);
}

/** Gives the package's folder, after installing the npm packages if need be. */
async function findPackage(): Promise<string> {
  const needed = [PLACES.package, PLACES.nodeHeaders];
  if (!(await Promise.all(needed.map(exists))).every(Boolean)) {
    const { success, lastLine } = await runCommand(
      [Deno.execPath(), "install", "--frozen"],
    );
    if (!success) {
      throw new Obstacle(
        `the npm packages could not be installed: ${lastLine}`,
        {
          waitMs: AN_HOUR,
        },
      );
    }
  }
  return await Deno.realPath(PLACES.package);
}

/** Whether there is an addon that works: one that does not is removed. */
async function works(addon: string): Promise<boolean> {
  if (!await exists(addon)) return false;
  return await verify(addon).then(() => true, () => false);
}

async function verify(addon: string): Promise<void> {
  try {
    await verifyNative();
  } catch (error) {
    // Or `--engine auto` would take it.
    await Deno.remove(addon);
    throw error;
  }
}

async function sizes(root: string): Promise<Record<string, number>> {
  const paths = [`${root}/${PLACES.addon}`];
  const libraries = `${root}/${PLACES.libraries}`;
  if (await exists(libraries)) {
    for await (const { name } of Deno.readDir(libraries)) {
      paths.push(`${libraries}/${name}`);
    }
  }
  const files: Record<string, number> = {};
  for (const path of paths) {
    files[relative(path)] = (await Deno.stat(path)).size;
  }
  return files;
}

/** Relative, so that a project may be moved with its node_modules. */
function relative(path: string): string {
  return path.replace(`${Deno.cwd()}/`, "");
}

async function sweep(): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(PLACES.cache)) {
    if (!isDirectory || !name.startsWith(WORK_PREFIX)) continue;
    await Deno.remove(`${PLACES.cache}/${name}`, { recursive: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
