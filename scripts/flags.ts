import { parseArgs } from "@std/cli/parse-args";
import { InputError } from "../lib/errors.ts";
import { nearest } from "../lib/pipeline/base/nearest.ts";
import { isPrometheus } from "../lib/source/prometheus/prometheus_url.ts";
import type { Task } from "./task.ts";
import { fromUser } from "./user_path.ts";

/** A task's flags as they were typed. */
export interface Flags {
  /** Whether the help text is asked for. */
  readonly help: boolean;
  /** Whether only the last line is. */
  readonly quiet: boolean;
  /** Whether JSON is. */
  readonly json: boolean;
  /** The parameters that were given; `params` names a file with more. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Parameters that take several values. */
const LISTS = [
  "data",
  "train",
  "earlier",
  "metric",
  "counter",
  "query",
  "limit",
  "machines",
  "recipe",
  "peers",
  "run",
  "inputs",
];

/** Parameters that are given by their name alone. */
const SWITCHES = ["decimal-comma", "keep-all", "compare", "yes"];

/** The parameter that a task takes as a bare word, too: `deno task models web`. */
const OPERANDS: Readonly<Record<string, string>> = {
  models: "name",
  verify: "run",
};

/** Flags that every task takes. */
const EVERYWHERE = ["quiet", "json", "help"];

/** Parameters that name files. */
const PATHS = [
  "data",
  "train",
  "labels",
  "exclude",
  "earlier",
  "out",
  "params",
  "dir",
  "run",
  "inputs",
];

/**
 * Parses a task's command line.
 *
 * @param task The task.
 * @param args The command line after the task's name.
 * @returns The flags; their values are still unchecked.
 * @throws {InputError} For an unknown flag, or one given twice.
 */
export function parseFlags(
  { name, params }: Pick<Task, "name" | "params">,
  args: readonly string[],
): Flags {
  const help = `deno task ${name} --help lists them`;
  const lists = LISTS.filter((list) => params.some((param) => param === list));
  const switches = SWITCHES.filter((name) =>
    params.some((param) => param === name)
  );
  const known = [...params, "params"].filter((name) =>
    !switches.includes(name)
  );
  const all = [...known, ...switches, ...EVERYWHERE];
  const operand = OPERANDS[name];
  const words = placeOperand(
    joinNegative(gatherLists(args, lists), known),
    { operand, known },
  );
  const named = words.filter((word) =>
    operand !== undefined && word.startsWith(`--${operand}=`)
  );
  if (named.length > 1 && !lists.includes(operand ?? "")) {
    throw new InputError(`run ${name}`, "it takes one name at most", {
      got: named.map((word) => word.slice(`--${operand}=`.length)).join(" "),
    });
  }
  const flags: Record<string, unknown> = parseArgs(words, {
    string: known,
    boolean: [...EVERYWHERE, ...switches],
    // A flag that takes one value is collected too, to notice a second one.
    collect: known,
    alias: { help: "h" },
    unknown: (arg: string) => {
      throw new InputError(`run ${name}`, "every flag must be known", {
        got: arg.replace(/\/\/[^/]*@/, "//…@"),
        hint: arg.startsWith("-")
          ? nearest(arg, all.map((flag) => `--${flag}`)) ?? help
          : help,
      });
    },
  });
  const given = known
    .map((param) => [param, flags[param]] as const)
    .filter(([, values]) => Array.isArray(values) && values.length > 0)
    .map(([param, values]) =>
      [param, lists.includes(param) ? values : single(values, param)] as const
    );
  return {
    help: flags.help === true,
    quiet: flags.quiet === true,
    json: flags.json === true,
    params: placePaths({
      ...Object.fromEntries(given),
      ...Object.fromEntries(
        switches.filter((name) => flags[name] === true)
          .map((name) => [name, true]),
      ),
    }),
  };
}

/**
 * Makes the paths among parameters absolute.
 *
 * @param params Parameters by name.
 * @returns A copy in which files are named from the root.
 */
export function placePaths(
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, place(name, value)]),
  );
}

function place(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => place(name, one));
  if (typeof value !== "string" || isPrometheus(value)) return value;
  // a model is named by its name or, with a slash, by its folder
  const isPath = name === "model" ? /[\\/]/.test(value) : PATHS.includes(name);
  return isPath ? fromUser(value) : value;
}

function single(values: unknown, name: string): unknown {
  if (Array.isArray(values) && values.length === 1) return values[0];
  throw new InputError("use params", `--${name} must be given once`, {
    got: values,
  });
}

/** Lets `web` mean `--name web`, but where it is the value of a flag. */
function placeOperand(
  args: readonly string[],
  { operand, known }: {
    readonly operand: string | undefined;
    readonly known: readonly string[];
  },
): string[] {
  return args.map((arg, i) => {
    const isValue = known.some((name) => args[i - 1] === `--${name}`);
    const isWord = operand !== undefined && !arg.startsWith("-") && !isValue;
    return isWord ? `--${operand}=${arg}` : arg;
  });
}

/** Lets `--data a b` mean `--data a --data b`, as shells expand `--data *.csv`. */
function gatherLists(
  args: readonly string[],
  lists: readonly string[],
): string[] {
  let list = "";
  let isFirst = false;
  return args.flatMap((arg) => {
    if (arg.startsWith("-")) {
      list = lists.includes(arg.slice(2)) ? arg : "";
      isFirst = true;
      return [arg];
    }
    const more = list !== "" && !isFirst;
    isFirst = false;
    return more ? [list, arg] : [arg];
  });
}

/** Takes `--merge-gap -5m` for a value that is wrong, not for an unknown flag. */
function joinNegative(
  args: readonly string[],
  known: readonly string[],
): string[] {
  return args.flatMap((arg, i) => {
    const isNegative = (text = "") => /^-\d/.test(text);
    const takes = (text = "") =>
      text.startsWith("--") && known.includes(text.slice(2));
    if (isNegative(arg) && takes(args[i - 1])) return [];
    return [
      takes(arg) && isNegative(args[i + 1]) ? `${arg}=${args[i + 1]}` : arg,
    ];
  });
}
