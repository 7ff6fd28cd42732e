import { createHash } from "node:crypto";
import { isAbsolute, join } from "node:path";
import { CHART_SCRIPT } from "../../lib/chart/script/chart_bundle.ts";
import { forUser } from "../../scripts/user_path.ts";
import type { CellProblem } from "./cell_problem.ts";

/** The one script that pages run: what else a cell or a metric's name brings stays text. */
const SCRIPT_HASH = createHash("sha256").update(CHART_SCRIPT).digest(
  "base64",
);

/** What one run of a notebook needs. */
export interface ExecuteOptions {
  /** The project's folder. */
  readonly root: string;
  /** Python of the project's environment. */
  readonly python: string;
  /** Where the executed notebook goes. */
  readonly executed: string;
  /** Where the page goes. */
  readonly html: string;
  /** Seconds that one cell may take. */
  readonly timeoutSeconds: number;
  /** File with the notebook's parameters; `null`: its own. */
  readonly params: string | null;
}

/**
 * Runs a notebook headless on the project's kernel and renders it.
 *
 * However this ends, no kernel is left: the runner kills its own, a runner that
 * is left alone notices by its standard input, and a runner that is killed has
 * told the kernel's number before.
 *
 * @param path The notebook.
 * @param options Places, limits, parameters.
 * @returns The first problem in a cell, or `null` where all is written.
 * @throws {Error} If the runner itself fails.
 */
export async function executeNotebook(
  path: string,
  options: ExecuteOptions,
): Promise<CellProblem | null> {
  const { root, python, executed, html, timeoutSeconds, params } = options;
  const child = new Deno.Command(python, {
    args: [
      "-B", // no __pycache__ among the tools
      join(root, "tools", "notebooks", "run_notebook.py"),
      ...["--executed", executed, "--html", html],
      ...["--script-hash", SCRIPT_HASH],
      ...["--given", await givenText(params)],
      ...["--timeout", String(timeoutSeconds), path],
    ],
    env: { NO_COLOR: "1", ...(params === null ? {} : { PARAMS: params }) },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const { code, stdout, stderr } = await child.output();
  await child.stdin.close().catch(() => {});
  const events = parseEvents(new TextDecoder().decode(stdout));
  killLeftover(events.kernel);
  if (code === 0) return null;
  if (events.problem) return events.problem;
  const complaint = new TextDecoder().decode(stderr).trim();
  throw new Error(`Cannot run ${path}: the runner must end well\n${complaint}`);
}

/** What was given beside the notebook's own parameters, as the user would type it. */
async function givenText(params: string | null): Promise<string> {
  if (params === null) return "";
  const shown = (_name: string, value: unknown) =>
    typeof value === "string" && isAbsolute(value) ? forUser(value) : value;
  return JSON.stringify(
    JSON.parse(await Deno.readTextFile(params)),
    shown,
    2,
  );
}

interface Events {
  readonly kernel?: number;
  readonly problem?: CellProblem;
}

function parseEvents(text: string): Events {
  let events: Events = {};
  for (const line of text.split("\n").filter((line) => line.startsWith("{"))) {
    const event = JSON.parse(line) as
      | { kernel: number }
      | Required<CellProblem>;
    events = "kernel" in event
      ? { ...events, kernel: event.kernel }
      : { ...events, problem: event };
  }
  return events;
}

function killLeftover(kernel: number | undefined): void {
  if (kernel === undefined || Deno.build.os === "windows") return;
  try {
    Deno.kill(-kernel, "SIGKILL"); // its process group: what cells started too
  } catch {
    // It is gone, as it should be.
  }
}
