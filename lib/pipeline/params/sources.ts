import { InputError } from "../../errors.ts";
import type { Params } from "./params.ts";
import { fromRoot } from "../base/paths.ts";

/** Which files play which part in a run. */
export interface Sources {
  /**
   * - `"stored"`: score with a saved model as it is
   * - `"files"`: learn from `train`
   * - `"split"`: learn from the first part of `data`
   */
  readonly learnFrom: "stored" | "files" | "split";
  /** Files to learn from; empty with a stored model. */
  readonly train: readonly string[];
  /** Files to score. */
  readonly data: readonly string[];
  /** A labels file, or `null`. */
  readonly labels: string | null;
}

/** The bundled recording: what it learned from, what is scored, and its causes. */
export const SAMPLE = {
  train: fromRoot("data/samples/server-1.train.parquet"),
  data: fromRoot("data/samples/server-1.test.parquet"),
  labels: fromRoot("data/samples/server-1.labels.csv"),
} as const;

/** The share of a single table's time that is learned from. */
export const TRAIN_SHARE = 0.7;

/**
 * Decides which files are learned from and which are scored.
 *
 * @param params The run's parameters.
 * @returns The files by their part.
 * @throws {InputError} If there are files to learn from and none to score.
 */
export function scoringSources(params: Params): Sources {
  const data = placed(params.data);
  const train = placed(params.train);
  const labels = params.labels && fromRoot(params.labels);
  const { model } = params;
  if (model !== null) {
    return data ? { learnFrom: "stored", train: [], data, labels } : {
      learnFrom: "stored",
      train: [],
      data: [SAMPLE.data],
      labels: labels ?? SAMPLE.labels,
    };
  }
  if (train && !data) {
    throw new InputError(
      "score",
      "--data must name what to score when --train is given",
      {
        hint: "for training alone there is deno task train",
      },
    );
  }
  if (data) {
    return train
      ? { learnFrom: "files", train, data, labels }
      : { learnFrom: "split", train: data, data, labels };
  }
  return {
    learnFrom: "files",
    train: [SAMPLE.train],
    data: [SAMPLE.data],
    labels: labels ?? SAMPLE.labels,
  };
}

/**
 * Decides what the train step learns from: all of `--train`, or of `--data`, or
 * of the sample.
 *
 * @param params The run's parameters.
 * @returns The files.
 */
export function trainingSources({ train, data }: Params): readonly string[] {
  return placed(train ?? data) ?? [SAMPLE.train];
}

/**
 * Gives the file of labels that are not learned from.
 *
 * @param params The run's parameters.
 * @returns The file, or none.
 */
export function excludeFiles(
  { exclude }: Pick<Params, "exclude">,
): readonly string[] {
  return exclude === null ? [] : [fromRoot(exclude)];
}

function placed(paths: readonly string[] | null): readonly string[] | null {
  return paths && paths.map(fromRoot);
}
