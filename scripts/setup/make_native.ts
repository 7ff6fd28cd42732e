import { compileAddon } from "./compile.ts";
import { AN_HOUR, Obstacle } from "./obstacle.ts";
import { findProgram, PROGRAMS } from "./programs.ts";
import { PLACES, RECIPE } from "./recipe.ts";
import { unpackWheel } from "./unpack.ts";
import { downloadWheel } from "./wheel.ts";

/** Where to make tfjs-node, and whom to tell. */
export interface MakeOptions {
  /** Root of the package. */
  readonly root: string;
  /** A folder of this set-up alone, on the same disk. */
  readonly folder: string;
  /** Tells the person. */
  readonly say: (line: string) => void;
}

/**
 * Makes tfjs-node's addon of TensorFlow from PyPI: download, check, unpack,
 * compile, and last move everything into the package, the addon after what it
 * needs.
 *
 * @param options Where, and whom to tell.
 * @throws {Obstacle} If something that it takes is not here.
 */
export async function makeNative(options: MakeOptions): Promise<void> {
  const { root, folder, say } = options;
  const { os, arch } = Deno.build;
  if (os !== "linux" || arch !== "x86_64") {
    throw new Obstacle(
      `there is no ready addon for ${os} ${arch}, and it is made here on linux x86_64 only`,
    );
  }
  const python = await findProgram(PROGRAMS.python);
  const compiler = await findProgram(PROGRAMS.compiler);
  if (python === undefined || compiler === undefined) {
    const missing = [
      ...(python ? [] : ["Python 3"]),
      ...(compiler ? [] : ["g++"]),
    ];
    const needed = missing.join(" and ");
    throw new Obstacle(
      `it takes ${needed}, not found on the PATH; \`apt install python3-pip g++\` gets both`,
    );
  }
  const megabytes = Math.round(RECIPE.wheelBytes / 1e6);
  say(`Downloading ${RECIPE.wheel} from PyPI with pip: ${megabytes} MB …`);
  const wheel = await downloadWheel({ python, folder, say });
  say("Unpacking TensorFlow's libraries: 853 MB in node_modules …");
  await unpackWheel(wheel, { python, folder });
  say(`Compiling tfjs-node's addon with ${compiler}: about 10 s …`);
  const addon = await compileAddon({ compiler, folder, root });
  await moveIntoPlace(root, { folder, addon });
}

async function moveIntoPlace(
  root: string,
  { folder, addon }: { readonly folder: string; readonly addon: string },
): Promise<void> {
  const target = `${root}/${PLACES.addon}`;
  const libraries = `${root}/${PLACES.libraries}`;
  try {
    await Deno.mkdir(libraries, { recursive: true });
    await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), {
      recursive: true,
    });
    for (const name of RECIPE.libraries) {
      await Deno.rename(`${folder}/tensorflow/${name}`, `${libraries}/${name}`);
    }
    await Deno.rename(addon, target);
  } catch (error) {
    throw new Obstacle(
      `tfjs-node's files could not be put into node_modules: ${error}`,
      { waitMs: AN_HOUR },
    );
  }
}
