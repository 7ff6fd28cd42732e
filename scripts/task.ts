import { parseArgs } from "@std/cli/parse-args";
import { isAbsolute, join, relative } from "node:path";
import { InputError } from "@lib/errors.ts";
import type { ParamName } from "@lib/pipeline/params.ts";
import type { ProgressListener } from "@lib/pipeline/progress.ts";
import { showProgress } from "./show_progress.ts";

/** What a task is and does. */
export interface Task {
  /** Its name in deno.json. */
  readonly name: string;
  /** One sentence for `--help`. */
  readonly about: string;
  /** The parameters it takes. */
  readonly params: readonly ParamName[];
  /** Does the work; what it returns is printed. */
  readonly run: (input: TaskInput) => Promise<TaskOutput>;
}

/** What a task is given. */
export interface TaskInput {
  /** Parameters from the params file and the flags; flags win. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The command line, to be recorded. */
  readonly command: string;
  /** Shows progress on stderr; silent with `--quiet`. */
  readonly listener: ProgressListener;
}

/** What a task prints on stdout. */
export interface TaskOutput {
  /** For people; left out with `--quiet`. */
  readonly lines: readonly string[];
  /** The last line: where the result is. */
  readonly last: string;
  /** With `--json`, instead of the lines. */
  readonly json: unknown;
}

const HELP: Readonly<
  Record<ParamName | "params" | "quiet" | "json" | "help", string>
> = {
  data:
    "FILE…         CSV or Parquet tables to score (default: the bundled sample)",
  train:
    "FILE…        tables of normal time to learn from (default: the first 70 % of --data)",
  model: "NAME|DIR     use this saved model as it is",
  labels:
    "FILE        start,end,features,note of known incidents, to measure against",
  out: "DIR            where the run is written (default: reports/<run>)",
  name:
    "NAME          name of the model that is trained (default: the host's name)",
  engine: "E           auto, tfjs-node or wasm (default: auto)",
  window: "N           steps the network sees at once (default: 10)",
  hidden: "N           units of each LSTM (default: 64)",
  epochs:
    "N           passes over the training data at most (default: by its size)",
  seed: "N             seed of the network (default: 1)",
  "alarm-budget":
    "B     alarms you are ready to look at, N/day or N/week (default: 1/day)",
  start: "TIME         time of the first row, where times are seconds since it",
  params: "FILE        JSON with the same names as these flags",
  quiet: "             only the result",
  json: "              the result as JSON on stdout",
  help: "              this text",
};

/** Flags that name files, which are relative to where the user stands. */
const PATHS = ["data", "train", "labels", "out", "params"];

/**
 * Runs a task from the command line: flags, params file, help, exit code.
 *
 * Exit code 1 says in one line what is wrong with the input; 2 is a defect of
 * ours, with its stack.
 *
 * @param task The task.
 */
export async function runTask(task: Task): Promise<void> {
  try {
    const flags = parseFlags(task, Deno.args);
    if (flags.help) return print(helpText(task));
    const params = { ...await paramsFile(task, flags.params), ...flags.params };
    delete params.params;
    const command = `deno task ${
      [task.name, ...Deno.args.map(quote)].join(" ")
    }`;
    const progress = showProgress(flags.quiet);
    const output = await task.run({
      params,
      command,
      listener: progress.listener,
    })
      .finally(progress.end);
    if (flags.json) return print(JSON.stringify(output.json, null, 2));
    if (!flags.quiet) output.lines.forEach(print);
    print(output.last);
  } catch (error) {
    const known = error instanceof InputError;
    // deno-lint-ignore no-console
    console.error(known ? error.message : error);
    Deno.exit(known ? 1 : 2);
  }
}

/**
 * Writes a path the way the user would type it from where they stand.
 *
 * @param path An absolute path.
 * @returns The path relative to the user's folder where it is inside.
 */
export function pathForUser(path: string): string {
  const inside = relative(userFolder(), path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}

function parseFlags({ name, params }: Task, args: readonly string[]) {
  const lists = params.filter((param) => param === "data" || param === "train");
  const known = [...params, "params"];
  const flags = parseArgs(gatherLists(args, lists), {
    string: known,
    boolean: ["quiet", "json", "help"],
    collect: lists,
    alias: { help: "h" },
    unknown: (arg: string) => {
      throw new InputError(`run ${name}`, "every flag must be known", {
        got: arg,
        hint: `deno task ${name} --help lists them`,
      });
    },
  }) as Record<string, unknown>;
  const given = known
    .filter((param) => {
      const value = flags[param];
      return Array.isArray(value) ? value.length > 0 : value !== undefined;
    })
    .map((
      param,
    ) => [
      param,
      PATHS.includes(param)
        ? placed(flags[param])
        : single(flags[param], param),
    ]);
  return {
    help: flags.help === true,
    quiet: flags.quiet === true || flags.json === true,
    json: flags.json === true,
    params: Object.fromEntries(given) as Record<string, unknown>,
  };
}

/** Lets `--data a b` mean `--data a --data b`, as shells expand `--data *.csv`. */
function gatherLists(
  args: readonly string[],
  lists: readonly string[],
): string[] {
  let list = "";
  return args.flatMap((arg, i) => {
    if (arg.startsWith("-")) {
      list = lists.includes(arg.slice(2)) ? arg : "";
      return [arg];
    }
    return list !== "" && args[i - 1] !== list ? [list, arg] : [arg];
  });
}

function single(value: unknown, name: string): unknown {
  if (!Array.isArray(value)) return value;
  throw new InputError("use params", `--${name} must be given once`, {
    got: value,
  });
}

function placed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(placed);
  return typeof value === "string" && value !== ""
    ? join(isAbsolute(value) ? "" : userFolder(), value)
    : value;
}

async function paramsFile(
  { name }: Task,
  { params: path }: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  if (typeof path !== "string") return {};
  try {
    const read = JSON.parse(await Deno.readTextFile(path));
    if (typeof read !== "object" || read === null || Array.isArray(read)) {
      throw new Error();
    }
    return Object.fromEntries(
      Object.entries(read).map((
        [key, value],
      ) => [key, PATHS.includes(key) ? placed(value) : value]),
    );
  } catch (cause) {
    throw new InputError(
      `run ${name}`,
      "--params must name a JSON file with one object",
      {
        got: path,
        cause,
      },
    );
  }
}

function helpText({ name, about, params }: Task): string {
  const shown = [...params, "params", "quiet", "json", "help"] as const;
  return [
    about,
    "",
    `Usage: deno task ${name} [flags]`,
    "",
    ...shown.map((flag) => `  --${flag} ${HELP[flag]}`),
  ].join("\n");
}

/** `deno task` starts scripts in the project's folder and tells where it was called. */
function userFolder(): string {
  return Deno.env.get("INIT_CWD") ?? Deno.cwd();
}

function quote(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg)
    ? arg
    : `'${arg.replaceAll("'", "'\\''")}'`;
}

function print(line: string): void {
  // deno-lint-ignore no-console
  console.log(line);
}
