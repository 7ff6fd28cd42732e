import { InputError } from "../../errors.ts";
import type { Provenance } from "../store/model_version.ts";
import type { Params } from "../params/params.ts";
import { readOptions } from "../params/read_options.ts";
import { type TrainingData, trainingData } from "./read_training.ts";
import { readExclusion } from "./read_exclusion.ts";
import { leftOutNotes } from "./left_out_notes.ts";
import { inputRecords } from "../store/run_record.ts";
import { excludeFiles, trainingSources } from "../params/sources.ts";
import { readTable } from "../../source/read_table.ts";

/** What the train step learns from. */
export interface TrainingInput {
  /** Features, parts, scaler. */
  readonly data: TrainingData;
  /** Where they came from. */
  readonly provenance: Provenance;
  /** Sentences about how the files were read. */
  readonly notes: readonly string[];
}

/** What only says what is scored; the time limits of it never cut `train`. */
const SCORING = ["data", "labels", "earlier", "from", "to"];

/**
 * Reads what the train step learns from: `--train`, or `--data`, or the sample.
 *
 * @param params The run's parameters.
 * @returns Training data and where it came from.
 * @throws {InputError} For input that cannot be learned from.
 */
export async function readTrainingInput(
  params: Params,
): Promise<TrainingInput> {
  refuseTwoSets(params);
  const files = trainingSources(params);
  const raw = await readTable(files, readOptions(params, { cut: "cut" }));
  const exclusion = await readExclusion(params, raw);
  const data = trainingData(raw, params.window, {
    exclude: exclusion.spans,
    robust: params.robust,
  });
  const inputs = await inputRecords({
    train: files,
    exclude: excludeFiles(params),
  });
  return {
    data,
    provenance: {
      inputs,
      split: null,
      cut: "cut",
      leftOut: data.leftOut.spans,
    },
    notes: [
      ...data.table.facts.notes ?? [],
      ...leftOutNotes(data, exclusion, params),
    ],
  };
}

/**
 * Refuses to learn from one set of files and score another: that is a report.
 *
 * @param params The run's parameters.
 * @throws {InputError} If both are given.
 */
export function refuseTwoSets({ train, data }: Params): void {
  if (!train || !data) return;
  throw new InputError("train", "--train or --data must name the files", {
    hint:
      "both are given; deno task report learns from one and scores the other",
  });
}

/**
 * Takes from the parameters of a whole run what the train step takes, so that
 * one file of parameters serves all notebooks.
 *
 * @param params Parameters that may also name what is scored.
 * @returns The same without it, where there is something else to learn from.
 * @throws {InputError} If they name a model that is trained already.
 */
export function trainingParams(params: Params): Params {
  if (params.model !== null) {
    throw new InputError("train", "no model must be given", {
      got: params.model,
      hint: "it is trained already: 03_evaluate and 04_postmortem use it",
    });
  }
  if (params.train === null) return params;
  const given = params.given.filter((name) => !SCORING.includes(name));
  const none = {
    data: null,
    labels: null,
    earlier: null,
    from: null,
    to: null,
  };
  return { ...params, ...none, given };
}
