import { basename, join, resolve } from "node:path";
import { InputError } from "@lib/errors.ts";
import { shownPath } from "@lib/pipeline/paths.ts";
import { cellError } from "./cell_problem.ts";
import { checkCells } from "./check_cells.ts";
import { cleanNotebook, formatNotebook } from "./clean_notebook.ts";
import { executeNotebook } from "./execute_notebook.ts";
import { parseNotebook } from "./notebook.ts";
import { pythonEnvironment } from "./python_environment.ts";

/** Which notebooks run, with what, and where their pages go. */
export interface RunNotebooksOptions {
  /** The project's folder. */
  readonly root: string;
  /** Folder of the notebooks. */
  readonly notebooks: string;
  /** A notebook's number or name; `null`: all of them. */
  readonly only: string | null;
  /** File with parameters for the notebooks; `null`: their own. */
  readonly params: string | null;
  /** Folder for the pages. */
  readonly out: string;
  /** Seconds that one cell may take. */
  readonly timeoutSeconds: number;
  /** What happens to the notebooks themselves. */
  readonly source: "keep" | "save-outputs";
}

/** One notebook that has run. */
export interface RenderedNotebook {
  /** Its name without ending. */
  readonly name: string;
  /** Path of its page. */
  readonly html: string;
}

/** Hears of each notebook as it is done. */
export interface NotebookListener {
  /** Something that takes a while begins. */
  announce(line: string): void;
  /** A notebook has run. */
  rendered(notebook: RenderedNotebook): void;
  /** A notebook does not run; the others still do. */
  failed(error: InputError): void;
}

/**
 * Checks, runs and renders notebooks, one after the other.
 *
 * @param options Which, with what, and where to.
 * @param listener Hears of each notebook.
 * @returns How many failed.
 * @throws {InputError} If there is no such notebook, no parameters, no Python.
 */
export async function runNotebooks(
  options: RunNotebooksOptions,
  listener: NotebookListener,
): Promise<number> {
  const names = await findNotebooks(options);
  const params = await checkedParams(options.params);
  const python = await pythonEnvironment(
    options.root,
    (line) => listener.announce(line),
  );
  await Deno.mkdir(options.out, { recursive: true });
  let failures = 0;
  for (const name of names) {
    try {
      listener.rendered(await runOne(name, { ...options, params, python }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      listener.failed(error);
      failures += 1;
    }
  }
  return failures;
}

async function runOne(
  name: string,
  options: RunNotebooksOptions & { readonly python: string },
): Promise<RenderedNotebook> {
  const path = join(resolve(options.notebooks), `${name}.ipynb`);
  const shown = shownPath(path);
  const notebook = parseNotebook(await Deno.readTextFile(path), shown);
  const wrong = await checkCells(notebook, path);
  if (wrong) throw cellError(shown, wrong);
  const html = join(options.out, `${name}.html`);
  const executed = await Deno.makeTempFile({ suffix: ".ipynb" });
  try {
    const problem = await executeNotebook(path, { ...options, executed, html });
    if (problem) throw cellError(shown, problem);
    if (options.source === "save-outputs") {
      const done = parseNotebook(await Deno.readTextFile(executed), shown);
      await Deno.writeTextFile(path, formatNotebook(cleanNotebook(done)));
    }
  } finally {
    await Deno.remove(executed);
  }
  return { name, html };
}

async function findNotebooks(
  options: RunNotebooksOptions,
): Promise<readonly string[]> {
  const { notebooks, only } = options;
  const names: string[] = [];
  for await (const entry of Deno.readDir(notebooks)) {
    if (entry.isFile && /^[^.].*\.ipynb$/.test(entry.name)) {
      names.push(basename(entry.name, ".ipynb"));
    }
  }
  names.sort();
  const chosen = only === null
    ? names
    : names.filter((name) => isCalled(name, only));
  if (chosen.length > 0) return chosen;
  throw new InputError(
    "run notebooks",
    "--only must be a notebook's number or name",
    {
      got: only,
      hint: `there are ${names.join(", ")}`,
    },
  );
}

/** `1`, `01`, `01_explore_metrics` and `notebooks/01_explore_metrics.ipynb` are one. */
function isCalled(name: string, only: string): boolean {
  const asked = basename(only, ".ipynb");
  return name === asked ||
    (/^\d+$/.test(asked) && parseInt(name, 10) === Number(asked));
}

async function checkedParams(file: string | null): Promise<string | null> {
  if (file === null) return null;
  try {
    JSON.parse(await Deno.readTextFile(file));
  } catch (cause) {
    throw new InputError(
      "run notebooks",
      "--params must name a file with JSON",
      {
        got: file,
        cause,
      },
    );
  }
  return resolve(file);
}
