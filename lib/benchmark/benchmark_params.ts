import {
  DEFAULT_RECIPE,
  PEER_NAMES,
  RECIPE_NAMES,
  type RecipeName,
} from "./recipe_names.ts";
import { InputError } from "../errors.ts";
import { nearest } from "../pipeline/base/nearest.ts";
import { integer, names, text } from "../pipeline/params/param_values.ts";

/** What the benchmark step is told. */
export interface BenchmarkParams {
  /** The folder of labelled machines. */
  readonly dir: string;
  /** The machines to measure; `null`: all of them. */
  readonly machines: readonly string[] | null;
  /** Seeds that a network is trained with: 1, 2 and so on. */
  readonly seeds: number;
  /** Recipes by name, at least one; the first is the one that is measured. */
  readonly recipes: readonly RecipeName[];
  /** The peers that it stands beside. */
  readonly peers: readonly RecipeName[];
  /** The JSON file that is written; `null`: none. */
  readonly out: string | null;
}

/** A parameter's name. */
export type BenchmarkParamName = (typeof BENCHMARK_PARAM_NAMES)[number];

/** The parameters' names, in the order of `--help`. */
export const BENCHMARK_PARAM_NAMES = [
  "dir",
  "machines",
  "seeds",
  "recipe",
  "peers",
  "out",
] as const;

/** What `--peers` says where none is wanted. */
const NO_PEERS = "none";

/** One network alone is luck. */
const DEFAULT_SEEDS = 3;

/** More would take days. */
const MOST_SEEDS = 100;

/**
 * Reads the parameters of the benchmark step from anything.
 *
 * @param input An object with the names of the flags.
 * @returns Complete parameters.
 * @throws {InputError} For an unknown name or recipe, a missing or a wrong value.
 *
 * @example Usage
 * ```ts
 * import { parseBenchmarkParams } from "@lib/benchmark/benchmark_params.ts";
 * import assert from "node:assert/strict";
 *
 * const { machines, seeds } = parseBenchmarkParams({ dir: "smd", machines: "a,b" });
 * assert.deepEqual(machines, ["a", "b"]);
 * assert.equal(seeds, 3);
 * ```
 */
export function parseBenchmarkParams(
  input: Readonly<Record<string, unknown>>,
): BenchmarkParams {
  for (const name of Object.keys(input)) {
    known(name, BENCHMARK_PARAM_NAMES, "name");
  }
  const { dir, machines, seeds, recipe, peers, out } = input;
  if (dir === undefined || dir === null) {
    throw new InputError("benchmark", "--dir must be given", {
      hint: "a folder of M.train.parquet, M.test.parquet and M.causes.csv",
    });
  }
  return {
    dir: text(dir, "dir"),
    machines: machines === undefined || machines === null
      ? null
      : listed(machines, "machines"),
    seeds: integer(seeds ?? DEFAULT_SEEDS, "seeds", [1, MOST_SEEDS]),
    recipes: listed(recipe ?? DEFAULT_RECIPE, "recipe")
      .map((name) => known(name, RECIPE_NAMES, "recipe")),
    peers: isNone(peers) ? [] : listed(peers ?? [...PEER_NAMES], "peers")
      .map((name) => known(name, RECIPE_NAMES, "recipe")),
    out: out === undefined || out === null ? null : text(out, "out"),
  };
}

/** Names, given one by one or with commas between. */
function listed(value: unknown, name: string): readonly string[] {
  const parts = names(value, name).flatMap((one) => one.split(","));
  return names(parts.map((part) => part.trim()), name);
}

function isNone(peers: unknown): boolean {
  const all = [peers].flat();
  return all.length === 1 && all[0] === NO_PEERS;
}

function known<T extends string>(
  name: string,
  names: readonly T[],
  what: "name" | "recipe",
): T {
  const found = names.find((one) => one === name);
  if (found !== undefined) return found;
  throw new InputError("use params", `every ${what} must be known`, {
    got: name,
    hint: nearest(name, names) ?? `known are ${names.join(", ")}`,
  });
}
