import { grossText } from "../../report/training/gross_words.ts";
import type { Params } from "../params/params.ts";
import { type Exclusion, exclusionNotes } from "./read_exclusion.ts";
import type { TrainingData } from "./read_training.ts";

/**
 * Tells what was left out of training data: as labels say, and as gross.
 *
 * @param data The data.
 * @param exclusion What was asked to be left out.
 * @param params The run's parameters.
 * @returns Sentences; none where nothing was.
 */
export function leftOutNotes(
  data: Pick<TrainingData, "table" | "leftOut" | "gross">,
  exclusion: Exclusion,
  params: Pick<Params, "exclude">,
): string[] {
  return [...exclusionNotes(data, exclusion, params), ...grossNotes(data)];
}

function grossNotes(
  { gross, table }: Pick<TrainingData, "table" | "gross">,
): string[] {
  const found = grossText(gross, table);
  if (found === "") return [];
  return gross.outcome === "left out"
    ? [
      `Left out of training as grossly abnormal: ${found}. ` +
      "--keep-all learns from them, too.",
    ]
    : [
      `Grossly abnormal, and learned from since it is too much to leave out: ` +
      `${found}. If it was no normal time, name it with --exclude.`,
    ];
}
