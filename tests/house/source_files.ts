/** A source file of the project. */
export interface SourceFile {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
}

/**
 * Reads the TypeScript files in some folders.
 *
 * @param root The project's root, with a slash at its end.
 * @param folders Folders from there.
 * @returns The files in order of their paths.
 */
export async function sourceFiles(
  root: URL,
  folders: readonly string[],
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const folder of folders) {
    for await (const path of walk(root, folder)) {
      files.push({ path, text: await Deno.readTextFile(new URL(path, root)) });
    }
  }
  return files.toSorted((a, b) => a.path < b.path ? -1 : 1);
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

async function* walk(root: URL, folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(new URL(folder, root))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walk(root, path);
    else if (path.endsWith(".ts")) yield path;
  }
}
