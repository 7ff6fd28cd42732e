import { InputError } from "../errors.ts";
import { type ChooseOptions, columnMatcher } from "./choose_columns.ts";
import { counterRates } from "./counter_rates.ts";
import { looksLikeCounter } from "./looks_like_counter.ts";
import { nameList } from "./name_list.ts";
import type { RawTable } from "./raw_table.ts";
import { SCHEMA } from "./schema.ts";

/** Which columns are counters. */
export interface CounterOptions {
  /**
   * Names that somebody gave, or patterns in which `*` stands for any text: each must
   * fit a column, be it one to learn from or not.
   */
  readonly required: readonly string[];
  /** Names or patterns that a model was trained with: a table may lack them. */
  readonly known?: readonly string[];
  /** Proposes a column for a name that is none. */
  readonly propose?: ChooseOptions["propose"];
}

/**
 * Turns counters into rates per second, on the samples as they were read, and
 * notes other columns that look like counters.
 *
 * @param raw The table as it was read.
 * @param options Which columns are counters.
 * @returns The table with rates, and with notes.
 * @throws {InputError} If a required column is not there.
 */
export function takeCounters(
  raw: RawTable,
  { required, known = [], propose = () => undefined }: CounterOptions,
): RawTable {
  const names = raw.columns.map(({ name }) => name);
  // Columns that somebody chose not to take are there all the same.
  const passedOver = raw.excluded
    .filter(({ reason }) => reason === "unchosen" || reason === "unused")
    .map(({ name }) => name);
  const there = [...names, ...passedOver];
  const meant = required.map((pattern) => {
    const fits = columnMatcher(pattern);
    return { pattern, found: there.filter(fits) };
  });
  const absent = meant.find(({ found }) => found.length === 0)?.pattern;
  if (absent !== undefined) {
    const near = propose(absent, there);
    throw new InputError("use --counter", "it must name a column", {
      got: absent,
      hint: `${near ? `${near} ` : ""}${raw.host} has ${nameList(names)}`,
    });
  }
  const counters = new Set([
    ...meant.flatMap(({ found }) => found),
    // A model keeps the patterns that it was trained with.
    ...known.flatMap((pattern) => there.filter(columnMatcher(pattern))),
  ]);
  const schema = new Set(SCHEMA.map(({ name }) => name));
  const suspects = raw.columns.filter(({ name, values }) =>
    !counters.has(name) && !schema.has(name) && looksLikeCounter(values)
  ).map(({ name }) => name);
  return {
    ...raw,
    columns: raw.columns.map((column) =>
      counters.has(column.name)
        ? {
          ...column,
          unit: "1/s",
          values: counterRates(raw.times, column.values),
        }
        : column
    ),
    facts: {
      ...raw.facts,
      notes: [
        ...raw.facts.notes ?? [],
        ...(suspects.length === 0 ? [] : [suspicion(suspects)]),
      ],
    },
  };
}

function suspicion(names: readonly string[]): string {
  const [rises, ifIts, it] = names.length === 1
    ? ["rises", "if it is a raw counter", "it"]
    : ["rise", "if they are raw counters", "them"];
  return `${nameList(names)} only ever ${rises}: ${ifIts}, what is learned ` +
    `from ${it} means nothing; --counter NAME makes a rate of one.`;
}
