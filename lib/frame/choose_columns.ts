import { InputError } from "../errors.ts";
import { nameList } from "./name_list.ts";
import type { ExcludedMetric, RawTable } from "./raw_table.ts";
import { metricByName, SERVER_UP } from "./schema.ts";

/** Which columns are chosen. */
export interface ChooseOptions {
  /** Names of columns, or patterns in which `*` stands for any text. */
  readonly patterns: readonly string[];
  /** Proposes a column for a name that is none, such as `"did you mean a?"`. */
  readonly propose?: (
    word: string,
    known: readonly string[],
  ) => string | undefined;
}

/**
 * Takes the columns that somebody chose to learn from; the others are listed as
 * such. `server-up`, which is nothing to learn, stays.
 *
 * @param raw The table as it was read.
 * @param options Which columns; without any pattern all of them stay.
 * @returns The table with these columns.
 * @throws {InputError} If a pattern fits no column; says which there are.
 */
export function chooseColumns(
  raw: RawTable,
  { patterns, propose = () => undefined }: ChooseOptions,
): RawTable {
  if (patterns.length === 0) return raw;
  const names = [...raw.columns, ...raw.excluded].map(({ name }) => name);
  const fits = patterns.map((pattern) => columnMatcher(pattern));
  const lost = patterns.find((_, i) => !names.some((name) => fits[i]?.(name)));
  if (lost !== undefined) {
    const near = propose(lost, names);
    throw new InputError("use --metric", "it must name a column", {
      got: lost,
      hint: `${near ? `${near} ` : ""}${raw.host} has ${nameList(names)}`,
    });
  }
  const isChosen = (name: string) => fits.some((fit) => fit(name));
  return keep(raw, isChosen, {
    reason: "unchosen",
    detail: "not named by --metric",
  });
}

/**
 * Takes the columns that a model knows; the others are listed as unused. Where
 * it knows none of them, all stay, to be named in the refusal.
 *
 * @param raw The table as it was read.
 * @param known Names of the columns.
 * @returns The table with these columns.
 */
export function keepColumns(
  raw: RawTable,
  known: ReadonlySet<string>,
): RawTable {
  if (!raw.columns.some(({ name }) => known.has(name))) return raw;
  return keep(raw, (name) => known.has(name), {
    reason: "unused",
    detail: "no feature of the model",
  });
}

function keep(
  raw: RawTable,
  isKept: (name: string) => boolean,
  why: Pick<ExcludedMetric, "reason" | "detail">,
): RawTable {
  const stays = (name: string) => name === SERVER_UP || isKept(name);
  const left = [...raw.columns, ...raw.excluded]
    .filter(({ name }) => !stays(name))
    .map(({ name }): ExcludedMetric => (
      { name, unit: metricByName(name).unit, ...why }
    ));
  return {
    ...raw,
    columns: raw.columns.filter(({ name }) => stays(name)),
    excluded: [...raw.excluded.filter(({ name }) => stays(name)), ...left],
  };
}

/**
 * Makes a test of a pattern; a name is itself, also with a `*` in it.
 *
 * @param pattern A name, or a pattern in which `*` stands for any text.
 * @returns Tells whether a name fits.
 */
export function columnMatcher(pattern: string): (name: string) => boolean {
  const parts = pattern.split("*")
    .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`, "s");
  return (name) => name === pattern || expression.test(name);
}
