/** The project's root. */
export const ROOT = new URL("../../", import.meta.url);

/** A source file of the project. */
export interface SourceFile {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/**
 * Reads the files in some folders.
 *
 * @param folders Folders from the project's root; those that are not there are passed over.
 * @param pattern What a path looks like; TypeScript, unless told.
 * @returns The files in order of their paths.
 */
export async function sourceFiles(
  folders: readonly string[],
  pattern = /\.ts$/,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const folder of folders) {
    for (const path of walk(folder)) {
      if (!pattern.test(path)) continue;
      files.push({ path, text: await Deno.readTextFile(new URL(path, ROOT)) });
    }
  }
  return files.toSorted((a, b) => a.path < b.path ? -1 : 1);
}

/**
 * Reads the code of the notebooks.
 *
 * @returns One source a notebook: its code cells, joined.
 */
export async function notebookFiles(): Promise<readonly SourceFile[]> {
  const notebooks = await sourceFiles(["notebooks"], /\.ipynb$/);
  return notebooks.map(({ path, text }) => ({ path, text: codeOf(text) }));
}

/**
 * Lists what a source imports, type-only and dynamic imports included.
 *
 * @param text The source.
 * @returns The specifiers as written, in order.
 */
export function importsOf(text: string): readonly string[] {
  const code = text
    .replaceAll(/^[ \t]*\/\*[\s\S]*?\*\//gm, "")
    .replaceAll(/^[ \t]*\/\/.*$/gm, "");
  const pattern =
    /^(?:import|export)\b[^;"'`=]*?from\s*"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  return [...code.matchAll(pattern)].map((match) =>
    match.slice(1).find((specifier) => specifier !== undefined) ?? ""
  );
}

function codeOf(notebook: string): string {
  const { cells }: {
    cells: { cell_type: string; source: string | string[] }[];
  } = JSON.parse(notebook);
  return cells
    .filter((cell) => cell.cell_type === "code")
    .map(({ source }) => Array.isArray(source) ? source.join("") : source)
    .join("\n");
}

function* walk(folder: string): Generator<string> {
  for (const entry of entries(new URL(folder, ROOT))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walk(path);
    else yield path;
  }
}

function entries(folder: URL): readonly Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
