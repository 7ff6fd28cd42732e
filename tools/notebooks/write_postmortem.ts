import { join } from "node:path";
import { fromRoot } from "../../lib/pipeline/base/paths.ts";
import { writeFile } from "../../lib/pipeline/files/write_folder.ts";
import { cleanNotebook, formatNotebook } from "./clean_notebook.ts";
import { postmortemName } from "./postmortem_name.ts";
import { runChecked } from "./run_checked.ts";

/** Seconds that a cell may take: it may score months of data. */
const TIMEOUT_SECONDS = 3600;

/** What a postmortem is about. */
export interface PostmortemOptions {
  /** The incident's id. */
  readonly id: string;
  /** Parameters by the names of the flags, their paths absolute. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Python of the project's environment. */
  readonly python: string;
}

/** What was written, absolute paths. */
export interface WrittenPostmortem {
  /** The page. */
  readonly html: string;
  /** The notebook that it was rendered from, with its outputs. */
  readonly notebook: string;
}

/**
 * Runs the postmortem notebook for an incident and writes its page and itself,
 * each at once: a reader never sees half of one.
 *
 * @param folder Where to, a folder that is there.
 * @param options Incident, parameters.
 * @returns `postmortem-<id>.html` and `.ipynb`.
 * @throws {InputError} If a cell fails.
 */
export async function writePostmortem(
  folder: string,
  { id, params, python }: PostmortemOptions,
): Promise<WrittenPostmortem> {
  const place = join(folder, postmortemName(id));
  const [html, notebook] = [`${place}.html`, `${place}.ipynb`];
  const { out: _, ...rest } = params;
  const temporary = await Deno.makeTempDir();
  try {
    const file = join(temporary, "params.json");
    const page = join(temporary, "page.html");
    await Deno.writeTextFile(file, JSON.stringify({ ...rest, incident: id }));
    const done = await runChecked(fromRoot("notebooks/04_postmortem.ipynb"), {
      root: fromRoot("."),
      python,
      html: page,
      timeoutSeconds: TIMEOUT_SECONDS,
      params: file,
    });
    await writeFile(notebook, formatNotebook(cleanNotebook(done)));
    await writeFile(html, await Deno.readTextFile(page));
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  return { html, notebook };
}
