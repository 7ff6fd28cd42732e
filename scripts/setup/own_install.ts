import { runCommand } from "./command.ts";
import { findProgram, PROGRAMS } from "./programs.ts";
import { RECIPE } from "./recipe.ts";

/** A host that does not answer must not hold everybody up, seconds. */
const PATIENCE = "90";

/**
 * Runs the package's own install script, which downloads a finished addon where
 * there is one. That it fails is normal: whether it worked is seen from the addon.
 */
export async function runOwnInstall(): Promise<void> {
  const install = [
    Deno.execPath(),
    "install",
    "--quiet",
    "--frozen",
    `--allow-scripts=npm:${RECIPE.tfjsNode}`,
  ] as const;
  // `timeout` ends the script's own children too: one left over would overwrite
  // the addon that we make. Where it is not known we make none.
  const timeout = await findProgram(PROGRAMS.timeout);
  await runCommand(
    timeout === undefined
      ? install
      : [timeout, "-k", "5", PATIENCE, ...install],
  );
}
