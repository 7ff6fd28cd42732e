import { join, resolve } from "node:path";
import { InputError } from "../../lib/errors.ts";
import { shownPath } from "../../lib/pipeline/base/paths.ts";
import { applicableNotebooks } from "./applicable_notebooks.ts";
import { cleanNotebook, formatNotebook } from "./clean_notebook.ts";
import { findNotebooks } from "./find_notebooks.ts";
import { type Notebook, parseNotebook } from "./notebook.ts";
import { makeFolder } from "./make_folder.ts";
import { pythonEnvironment } from "./python_environment.ts";
import { runChecked } from "./run_checked.ts";
import { replacingLine } from "./replacing_line.ts";
import { differingCell } from "./same_outputs.ts";

/** Which notebooks run, with what, and where their pages go. */
export interface RunNotebooksOptions {
  /** The project's folder. */
  readonly root: string;
  /** Folder of the notebooks. */
  readonly notebooks: string;
  /** A notebook's number or name; `null`: all of them. */
  readonly only: string | null;
  /** File with parameters, its paths absolute; `null`: the notebooks' own. */
  readonly params: string | null;
  /** Folder for the pages. */
  readonly out: string;
  /** Seconds that one cell may take. */
  readonly timeoutSeconds: number;
  /**
   * What happens with the outputs in the notebooks themselves.
   *
   * - `"keep"`: they stay as they are
   * - `"save"`: they are replaced by the new ones, cleaned
   * - `"compare"`: a notebook whose outputs differ from the new ones fails
   */
  readonly outputs: "keep" | "save" | "compare";
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
 * @throws {InputError} If there is no such notebook, or no Python.
 */
export async function runNotebooks(
  options: RunNotebooksOptions,
  listener: NotebookListener,
): Promise<number> {
  const found = await findNotebooks(options.notebooks, options.only);
  // Who asks for one notebook hears from itself why it does not run.
  const names = options.only === null
    ? await applicableNotebooks(found, {
      folder: options.notebooks,
      params: options.params,
      announce: (line) => listener.announce(line),
    })
    : found;
  const python = await pythonEnvironment(options.root, {
    purpose: "run",
    announce: (line) => listener.announce(line),
  });
  await makeFolder(options.out);
  const pages = names.map((name) => pageOf(name, options));
  const replacing = await replacingLine(pages, shownPath);
  if (replacing !== undefined) listener.announce(replacing);
  let failures = 0;
  for (const name of names) {
    try {
      listener.rendered(await runOne(name, { ...options, python }));
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
  const html = pageOf(name, options);
  const done = await runChecked(path, { ...options, html });
  await settleOutputs(path, { outputs: options.outputs, done });
  return { name, html };
}

function pageOf(
  name: string,
  { out }: Pick<RunNotebooksOptions, "out">,
): string {
  return join(out, `${name}.html`);
}

async function settleOutputs(
  path: string,
  { outputs, done }: Pick<RunNotebooksOptions, "outputs"> & { done: Notebook },
): Promise<void> {
  if (outputs === "keep") return;
  const text = formatNotebook(cleanNotebook(done));
  if (outputs === "save") {
    await Deno.writeTextFile(path, text);
    return await formatCells(path);
  }
  const before = parseNotebook(await Deno.readTextFile(path), path);
  const cell = differingCell(before, done);
  if (cell === null) return;
  throw new InputError(
    `accept ${shownPath(path)}`,
    `the outputs ${
      cell > 0 ? `of code cell ${cell} ` : ""
    }must be those of its code and data`,
    { hint: "look at them and run deno task notebooks --save" },
  );
}

/** Without deno.json, which leaves notebooks out of `deno fmt --check`. */
async function formatCells(path: string): Promise<void> {
  await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", "--no-config", path],
  }).output();
}
