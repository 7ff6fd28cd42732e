import { InputError } from "@lib/errors.ts";
import { engineFor } from "@lib/pipeline/engine_for.ts";
import type { StoredModel } from "@lib/pipeline/model_store.ts";
import type { Params } from "@lib/pipeline/params.ts";
import type { ProgressListener } from "@lib/pipeline/progress.ts";
import { trainingData } from "@lib/pipeline/read_training.ts";
import { readOptions } from "@lib/pipeline/read_options.ts";
import { inputRecords } from "@lib/pipeline/run_record.ts";
import { trainingSources } from "@lib/pipeline/sources.ts";
import { trainOn } from "@lib/pipeline/train_on.ts";
import { readTable } from "@lib/source/read_table.ts";

/**
 * The train step: reads `--train` (or `--data`, or the sample), trains, fits
 * thresholds, and saves the model as the current version.
 *
 * @param params The run's parameters.
 * @param listener Hears of progress.
 * @returns The saved model.
 * @throws {InputError} For input that cannot be learned from.
 */
export async function train(
  params: Params,
  listener: ProgressListener,
): Promise<StoredModel> {
  if (params.train && params.data) {
    throw new InputError("train", "--train or --data must name the files", {
      hint:
        "both are given; deno task report learns from one and scores the other",
    });
  }
  const files = trainingSources(params);
  const raw = await readTable(files, readOptions(params, { cut: "cut" }));
  raw.facts.notes?.forEach((text) => listener({ kind: "said", text }));
  const data = trainingData(raw, params.window);
  const inputs = await inputRecords({ train: files });
  const engine = await engineFor(params);
  return await trainOn(data, {
    params,
    engine,
    listener,
    provenance: { inputs, split: null },
    current: "replace",
  });
}
