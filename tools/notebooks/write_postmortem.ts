import { join } from "node:path";
import { modelNameOf } from "@lib/pipeline/model_name.ts";
import { fromRoot } from "@lib/pipeline/paths.ts";
import { cleanNotebook, formatNotebook } from "./clean_notebook.ts";
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
 * Runs the postmortem notebook for an incident and writes its page and itself.
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
  const name = `postmortem-${modelNameOf(id)}`;
  const html = join(folder, `${name}.html`);
  const notebook = join(folder, `${name}.ipynb`);
  const { out: _, ...rest } = params;
  const file = await Deno.makeTempFile({ suffix: ".json" });
  try {
    await Deno.writeTextFile(file, JSON.stringify({ ...rest, incident: id }));
    const done = await runChecked(fromRoot("notebooks/04_postmortem.ipynb"), {
      root: fromRoot("."),
      python,
      html,
      timeoutSeconds: TIMEOUT_SECONDS,
      params: file,
    });
    await Deno.writeTextFile(notebook, formatNotebook(cleanNotebook(done)));
  } finally {
    await Deno.remove(file);
  }
  return { html, notebook };
}
