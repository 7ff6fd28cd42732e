/**
 * Runs the notebooks headless and renders each as one HTML file.
 *
 * @module
 */
import { parseArgs } from "@std/cli/parse-args";
import { InputError } from "../lib/errors.ts";
import { nearest } from "../lib/pipeline/base/nearest.ts";
import { fromRoot } from "../lib/pipeline/base/paths.ts";
import { forUser, fromUser } from "../scripts/user_path.ts";
import { placedParams } from "./notebooks/placed_params.ts";
import {
  type RenderedNotebook,
  runNotebooks,
} from "./notebooks/run_notebooks.ts";

const HELP = `Runs the notebooks headless and renders each as one HTML file.

  deno task notebooks [--only N] [--params FILE] [--out DIR]

  --only N       a notebook's number or name; without it, all of them
  --params FILE  parameters for the notebooks, as for the other tasks
  --out DIR      folder for the pages (reports/notebooks)
  --timeout S    seconds that one cell may take (300)
  --from DIR     folder of the notebooks (notebooks)
  --save         write the cleaned outputs into the notebooks, too
  --compare      fail where a notebook's own outputs are not the new ones
  --json         print the pages as JSON
  --quiet        print nothing but problems
  --help         show this

Exit status: 0 all ran, 1 a notebook or a flag is wrong, 2 a defect of ours.`;

const KNOWN = {
  string: ["_", "only", "params", "out", "timeout", "from"],
  boolean: ["save", "compare", "json", "quiet", "help"],
} as const;

const ALL = [...KNOWN.string, ...KNOWN.boolean].filter((flag) => flag !== "_");

/** Runs what the flags say and gives the exit status. */
async function main(): Promise<number> {
  const flags = parseArgs(Deno.args, {
    ...KNOWN,
    alias: { help: "h" },
    unknown: (arg) => {
      throw new InputError("run notebooks", "every flag must be known", {
        got: arg,
        hint: nearest(arg, ALL.map((flag) => `--${flag}`)) ??
          "deno task notebooks --help lists them",
      });
    },
  });
  if (flags.help) return say(HELP);
  const pages: RenderedNotebook[] = [];
  await using params = await placedParams(flags.params ?? "");
  const failures = await runNotebooks({
    root: fromRoot("."),
    notebooks: fromUser(flags.from ?? "") || fromRoot("notebooks"),
    only: flags.only ?? null,
    params: params.file,
    out: fromUser(flags.out ?? "") || fromRoot("reports/notebooks"),
    timeoutSeconds: seconds(flags.timeout),
    outputs: flags.save ? "save" : flags.compare ? "compare" : "keep",
  }, {
    announce: (line) => flags.quiet || complain(line),
    rendered: (page) => {
      pages.push(page);
      if (!flags.quiet && !flags.json) {
        say(`${page.name} → ${forUser(page.html)}`);
      }
    },
    failed: (error) => complain(error.message),
  });
  if (flags.json) say(JSON.stringify({ notebooks: pages }, null, 2));
  return failures > 0 ? 1 : 0;
}

function seconds(text: string | undefined): number {
  const value = Number(text ?? 300);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InputError(
    "run notebooks",
    "--timeout must be a positive integer of seconds",
    {
      got: text,
    },
  );
}

function say(text: string): 0 {
  // deno-lint-ignore no-console
  console.log(text);
  return 0;
}

function complain(text: string): void {
  // deno-lint-ignore no-console
  console.error(text);
}

try {
  Deno.exitCode = await main();
} catch (error) {
  const isInput = error instanceof InputError;
  complain(
    isInput
      ? error.message
      : String(error instanceof Error ? error.stack : error),
  );
  Deno.exitCode = isInput ? 1 : 2;
}
