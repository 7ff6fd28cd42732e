import { runCommand } from "./command.ts";
import { A_DAY, Obstacle } from "./obstacle.ts";
import { PLACES, RECIPE } from "./recipe.ts";

/** With what and where to compile. */
export interface CompileOptions {
  /** Path of the C++ compiler. */
  readonly compiler: string;
  /** Where `tensorflow/…` of the wheel lies. */
  readonly folder: string;
  /** Root of the package tfjs-node. */
  readonly root: string;
}

/**
 * Compiles the package's own binding against TensorFlow's libraries.
 *
 * @param options With what and where.
 * @returns Path of the addon, not yet in its place.
 * @throws {Obstacle} If it does not compile.
 */
export async function compileAddon(
  { compiler, folder, root }: CompileOptions,
): Promise<string> {
  const addon = `${folder}/tfjs_binding.node`;
  const { success, lastLine } = await runCommand([
    compiler,
    "-O2",
    "-std=c++17",
    "-shared",
    "-fPIC",
    "-w",
    "-DNAPI_VERSION=8",
    `-I${folder}/tensorflow/include`,
    `-I${PLACES.nodeHeaders}`,
    `-I${root}`,
    `${root}/binding/tfjs_backend.cc`,
    `${root}/binding/tfjs_binding.cc`,
    `-L${folder}/tensorflow`,
    ...RECIPE.libraries.map((name) => `-l:${name}`),
    `-Wl,-rpath,$ORIGIN/../../${PLACES.libraries}`,
    `-o${addon}`,
  ]);
  if (success) return addon;
  throw new Obstacle(
    `tfjs-node did not compile with ${compiler}: ${lastLine}`,
    {
      waitMs: A_DAY,
    },
  );
}
