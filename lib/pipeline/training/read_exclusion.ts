import { basename } from "node:path";
import type { LeftOut } from "../../frame/leave_out.ts";
import {
  type LabelledSpan,
  type Mark,
  markOf,
} from "../../frame/labelled_span.ts";
import type { RawTable } from "../../frame/raw_table.ts";
import { formatDuration } from "../../frame/units.ts";
import { countText, listText } from "../../report/words.ts";
import type { Params } from "../params/params.ts";
import { readHostLabels } from "./host_labels.ts";
import type { TrainingData } from "./read_training.ts";

/** What is not to be learned from. */
export interface Exclusion {
  /** Incidents and maintenance of the table's host. */
  readonly spans: readonly LabelledSpan[];
  /** Sentences about how they were read. */
  readonly notes: readonly string[];
}

/**
 * Reads what `--exclude` keeps out of training: spans marked true or maintenance.
 * What is marked false is normal time, and is learned from.
 *
 * @param params The run's parameters.
 * @param raw The table to learn from.
 * @returns The spans; none without `--exclude`.
 * @throws {InputError} For a file that is no labels file of the table.
 */
export async function readExclusion(
  params: Params,
  raw: RawTable,
): Promise<Exclusion> {
  if (params.exclude === null) return { spans: [], notes: [] };
  const { labels, notes } = await readHostLabels(params.exclude, raw, params);
  return { spans: labels.filter((span) => markOf(span) !== "false"), notes };
}

/**
 * Tells what was left out of training data.
 *
 * @param data The data.
 * @param exclusion What was asked to be left out.
 * @param params The run's parameters.
 * @returns Sentences; none without `--exclude`.
 */
export function exclusionNotes(
  { table, leftOut }: Pick<TrainingData, "table" | "leftOut">,
  exclusion: Exclusion,
  { exclude }: Pick<Params, "exclude">,
): string[] {
  if (exclude === null) return [];
  return [
    ...exclusion.notes,
    leftOutText(leftOut, table.intervalMs) ??
      `${basename(exclude)} marks nothing true or maintenance in the time ` +
        "that is learned from: nothing is left out of training.",
  ];
}

/** In the order in which they are told. */
const NAMES: readonly (readonly [Mark, string])[] = [
  ["true", "incident"],
  ["maintenance", "maintenance span"],
];

function leftOutText(
  { isOut, spans }: Omit<LeftOut, "table">,
  intervalMs: number,
): string | undefined {
  if (spans.length === 0) return undefined;
  const steps = isOut.reduce((sum, out) => sum + out, 0);
  const parts = NAMES
    .map(([mark, name]) =>
      [spans.filter((span) => markOf(span) === mark).length, name] as const
    )
    .filter(([count]) => count > 0)
    .map(([count, name]) => countText(count, name));
  return `${countText(steps, "step")} (${
    formatDuration(steps * intervalMs)
  }) are left out of training: ${listText(parts)}.`;
}
