/**
 * Cleans notebooks: see {@linkcode HELP}.
 *
 * @module
 */
import { InputError } from "../../lib/errors.ts";
import { fromUser } from "../../scripts/user_path.ts";
import { cleanNotebook, formatNotebook } from "./clean_notebook.ts";
import { parseNotebook } from "./notebook.ts";
import { stagedNotebooks } from "./staged_notebooks.ts";

const HELP =
  `Takes out of notebooks what differs from run to run: counts, timings, progress.

  deno task notebooks:clean FILE…
  deno task notebooks:clean --staged

  FILE…     clean these in place
  --staged  fail where a notebook that git is about to commit is not clean
  --help    show this

Without anything it cleans from standard input to standard output, as a git
filter does:

  git config filter.notebooks.clean 'deno run -q tools/notebooks/clean.ts'`;

async function main(args: readonly string[]): Promise<void> {
  const [first] = args;
  if (first === "--help" || first === "-h") return write(`${HELP}\n`);
  if (first === "--staged") return await refuseUnclean();
  if (first?.startsWith("-")) {
    throw new InputError("clean notebooks", "every flag must be known", {
      got: first,
      hint: "deno task notebooks:clean --help lists them",
    });
  }
  if (first !== undefined) return await cleanFiles(args);
  if (Deno.stdin.isTerminal()) return write(`${HELP}\n`);
  const text = await new Response(Deno.stdin.readable).text();
  await write(clean(text, "standard input"));
}

function clean(text: string, name: string): string {
  return formatNotebook(cleanNotebook(parseNotebook(text, name)));
}

async function cleanFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const file = fromUser(path);
    const before = await Deno.readTextFile(file).catch((cause) => {
      throw new InputError(`read ${path}`, "it must be there", { cause });
    });
    const after = clean(before, path);
    if (after !== before) await Deno.writeTextFile(file, after);
  }
}

/** What git commits is what is staged, whatever the file says by now. */
async function refuseUnclean(): Promise<void> {
  const staged = await stagedNotebooks(Deno.cwd());
  const unclean = staged.filter(({ path, text }) => clean(text, path) !== text)
    .map(({ path }) => path);
  if (unclean.length === 0) return;
  const files = unclean.join(" ");
  throw new InputError(`commit ${files}`, "notebooks must be clean", {
    hint: `run deno task notebooks:clean ${files} and git add ${files}`,
  });
}

async function write(text: string): Promise<void> {
  await new Blob([text]).stream().pipeTo(Deno.stdout.writable);
}

try {
  await main(Deno.args);
} catch (error) {
  const isInput = error instanceof InputError;
  // deno-lint-ignore no-console
  console.error(isInput ? error.message : error);
  Deno.exit(isInput ? 1 : 2);
}
