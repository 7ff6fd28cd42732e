import { engineFor } from "@lib/pipeline/engine_for.ts";
import type { StoredModel } from "@lib/pipeline/model_store.ts";
import type { Params } from "@lib/pipeline/params.ts";
import type { ProgressListener } from "@lib/pipeline/progress.ts";
import { displayModel } from "@lib/pipeline/display_model.ts";
import { trainOn } from "@lib/pipeline/train_on.ts";
import { readTrainingInput } from "@lib/pipeline/training_input.ts";

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
  const { data, provenance, notes } = await readTrainingInput(params);
  notes.forEach((text) => listener({ kind: "said", text }));
  const engine = await engineFor(params, listener);
  return displayModel(
    await trainOn(data, {
      params,
      engine,
      listener,
      provenance,
      current: "replace",
    }),
  );
}
