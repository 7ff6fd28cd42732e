import type { MetricTable } from "../../frame/metric_table.ts";

/**
 * Says what was said of labels with what is said of the table.
 *
 * @param table The table.
 * @param notes Sentences about how labels were read.
 * @returns The table with the notes of both.
 */
export function withNotes(
  table: MetricTable,
  notes: readonly string[],
): MetricTable {
  const { facts } = table;
  return notes.length === 0 ? table : {
    ...table,
    facts: { ...facts, notes: [...facts.notes ?? [], ...notes] },
  };
}
