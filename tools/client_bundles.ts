import { fileURLToPath } from "node:url";

/** A script that pages carry, and the module that holds its text. */
export interface ClientBundle {
  /** The module that a page runs, a path from the project's root. */
  readonly entry: string;
  /** The module that holds its text, made by `deno task build:client`. */
  readonly path: string;
  /** What that module exports. */
  readonly name: string;
}

/** The scripts: of charts in notebooks, and of a report's page. */
export const CLIENT_BUNDLES: readonly ClientBundle[] = [
  {
    entry: "lib/chart/script/main.ts",
    path: "lib/chart/script/chart_bundle.ts",
    name: "CHART_SCRIPT",
  },
  {
    entry: "lib/report/page/main.ts",
    path: "lib/report/page/page_bundle.ts",
    name: "PAGE_SCRIPT",
  },
];

/**
 * Bundles a script with all that it imports.
 *
 * Deno does it by esbuild, in the version that it names, and loads that from npm
 * where it has not been used before.
 *
 * @param entry The module that a page runs, a path from the project's root.
 * @returns One expression statement that leaves no name behind, small.
 * @throws {Error} If it cannot be bundled, or could end its element in a page.
 */
export async function bundleScript(entry: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "-q", "--platform", "browser", "--minify"],
      ...["--format", "iife", entry],
    ],
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr).trim());
  const script = new TextDecoder().decode(stdout).trim();
  const [found] = /<\/script|<script|<!--/i.exec(script) ?? [];
  if (found !== undefined) {
    throw new Error(`Cannot put ${entry} into a page: it contains ${found}`);
  }
  return script;
}

/**
 * Writes the module that holds a bundled script.
 *
 * @param bundle Which.
 * @returns Its text.
 */
export async function bundleModule(bundle: ClientBundle): Promise<string> {
  const { entry, name } = bundle;
  const script = await bundleScript(entry);
  return `// Made by \`deno task build:client\`: do not edit.
/** \`${entry}\` and all that it imports, as a page runs it. */
export const ${name}: string =
  ${JSON.stringify(script)};
`;
}
