import { join } from "node:path";

/** Only defaults: what the user sets in JupyterLab wins. */
const DEFAULTS = {
  "@jupyterlab/apputils-extension:notification": {
    fetchNews: "false",
    checkForUpdates: false,
  },
};

/**
 * Writes the project's defaults for JupyterLab's settings into its Python
 * environment: it opens without asking whether it may read news.
 *
 * @param venv The environment's folder.
 */
export async function writeLabSettings(venv: string): Promise<void> {
  const folder = join(venv, "share", "jupyter", "lab", "settings");
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(
    join(folder, "overrides.json"),
    JSON.stringify(DEFAULTS, null, 2) + "\n",
  );
}
