// deno-lint-ignore-file camelcase -- the names are the .ipynb format's
import assert from "node:assert/strict";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { cleanNotebook } from "../../tools/notebooks/clean_notebook.ts";

/**
 * Starts the notebook tool as the task does, without the task's set-up.
 *
 * @param args Its flags.
 * @param env Variables beside those of this process.
 * @returns The process, its outputs piped.
 */
export function startNotebooks(
  args: readonly string[],
  env: Record<string, string> = {},
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", "tools/notebooks.ts", "--quiet", ...args],
    cwd: fromRoot("."),
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/**
 * Writes a notebook of code cells.
 *
 * @param path Where to.
 * @param codes The cells' sources.
 */
export async function writeNotebook(
  path: string,
  codes: readonly string[],
): Promise<void> {
  const cells = codes.map((source, index) => ({
    cell_type: "code",
    id: `cell-${index}`,
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  }));
  const { metadata } = cleanNotebook({
    cells: [],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  });
  const notebook = { cells, metadata, nbformat: 4, nbformat_minor: 5 };
  await Deno.writeTextFile(path, JSON.stringify(notebook));
}

/** A notebook that must fail, and how its message goes on after the name. */
export interface BrokenNotebook {
  /** Its code cells. */
  readonly cells: readonly string[];
  /** How the message begins. */
  readonly message: string;
}

/**
 * Gives notebooks that do not run, each in its own way; most of these ways the
 * kernel passes over in silence.
 *
 * @returns By name, in alphabetical order.
 */
export function brokenNotebooks(): Readonly<Record<string, BrokenNotebook>> {
  const fine = "const a = 1;";
  const problem = (cells: readonly string[], what: string): BrokenNotebook => ({
    cells,
    message: what.replace(
      /^(code cell [^:]*): /,
      "$1 must run without problems: ",
    ),
  });
  return {
    "01_throws": problem(
      [fine, 'throw new TypeError("boom");'],
      "code cell 2: TypeError: boom",
    ),
    "02_missing_import": problem(
      [fine, '// an import\nimport { nope } from "node:assert/strict";\nnope;'],
      "code cell 2, line 2: TS2305",
    ),
    "03_rejection": problem(
      [
        fine,
        'void Promise.reject(new Error("unheard"));',
        fine.replace("a", "b"),
      ],
      "code cell 2: left unhandled: Error: unheard",
    ),
    "04_late_rejection": problem(
      ['setTimeout(() => Promise.reject(new Error("late")), 50);'],
      "code cell 1: left unhandled: Error: late",
    ),
    "05_syntax": problem(
      [fine, "const x: = 3;"],
      "code cell 2, line 1: SyntaxError",
    ),
    "06_endless": problem(
      [fine, "for (;;) { /* on and on */ }"],
      "code cell 2: no end after 5 s",
    ),
    "07_hidden": problem(
      ['({ [Symbol.for("Jupyter.display")]() { throw new Error("undrawn"); } })'],
      "code cell 1: Error: undrawn",
    ),
    "08_shown_error": problem(
      [fine, 'console.log("see:");', 'new RangeError("shown");'],
      "code cell 3: showed an error: RangeError: shown",
    ),
    "09_exits": problem(
      [fine, "Deno.exit(0);"],
      "code cell 2: the kernel died",
    ),
  };
}

/**
 * Waits for something to become true.
 *
 * @param isTrue Tells whether it is.
 */
export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!await isTrue()) {
    assert.ok(Date.now() < deadline, "waited for a minute");
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * Tells whether a process is there and no zombie.
 *
 * @param pid The process.
 * @returns Whether it runs.
 */
export async function isAlive(pid: number): Promise<boolean> {
  const [state] = await statusOf(pid);
  return state !== undefined && state !== "Z";
}

/**
 * Finds the process that started another.
 *
 * @param pid The process that was started.
 * @returns Its parent.
 */
export async function parentOf(pid: number): Promise<number> {
  return Number((await statusOf(pid))[1]);
}

/** State and parent, as `/proc` has them after the command in parentheses. */
async function statusOf(pid: number): Promise<readonly string[]> {
  const text = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "");
  return text.slice(text.lastIndexOf(")") + 2).split(" ").filter((field) =>
    field !== ""
  );
}
