import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { InputError } from "../errors.ts";
import type { Engine } from "../model/engine.ts";
import { displayModel } from "./notebook/display_model.ts";
import { engineFor } from "./training/engine_for.ts";
import { modelNameOf } from "./base/model_name.ts";
import {
  findVersion,
  loadModel,
  MODEL_STORE,
  type StoredModel,
} from "./store/model_store.ts";
import { makeCurrent } from "./store/pointer.ts";
import { versionOf } from "./store/model_version.ts";
import type { Params } from "./params/params.ts";
import type { ProgressListener } from "./base/progress.ts";
import { tidyModel } from "./store/tidy_model.ts";
import { trainOn } from "./training/train_on.ts";
import { readTrainingInput } from "./training/training_input.ts";
import { versions } from "./base/versions.ts";
import { requireWritable } from "./files/write_folder.ts";

/** What becomes of the trained version. */
export interface TrainStepOptions {
  /**
   * Whether it becomes the one in use in any case, or only where there is none.
   *
   * @default {"replace"}
   */
  readonly current?: "replace" | "keep";
}

/**
 * The train step: reads `--train` (or `--data`, or the sample), trains, fits
 * thresholds, and saves the model as the current version. Where that very model
 * is stored already, it is made the current one and not trained again.
 *
 * @param params The run's parameters.
 * @param listener Hears of progress.
 * @param options Whether the model replaces a current version.
 * @returns The saved model.
 * @throws {InputError} For input that cannot be learned from.
 */
export async function train(
  params: Params,
  listener: ProgressListener,
  { current = "replace" }: TrainStepOptions = {},
): Promise<StoredModel> {
  const { data, provenance, notes } = await readTrainingInput(params);
  notes.forEach((text) => listener({ kind: "said", text }));
  const name = params.name ?? modelNameOf(data.table.host);
  await requireWritable(join(MODEL_STORE, name, "versions"));
  const engine = await engineFor(params);
  const version = versionOf({ params, provenance, engine: engine.name });
  const stored = await sameAgain({ name, version }, { params, engine });
  if (stored) {
    listener({
      kind: "said",
      text: `The model ${name} ${version} was trained on the same data ` +
        `${stored.detector.createdAt}: nothing is left to learn`,
    });
    if (current === "replace") {
      await makeCurrent(MODEL_STORE, { name, version });
    }
    await tidyModel(MODEL_STORE, { name, version });
    return displayModel(stored);
  }
  return displayModel(
    await trainOn(data, {
      params,
      engine,
      listener,
      provenance,
      current,
    }),
  );
}

/** The stored model that training would give again, but for its time. */
async function sameAgain(
  id: { readonly name: string; readonly version: string },
  { params, engine }: {
    readonly params: Params;
    readonly engine: Engine;
  },
): Promise<StoredModel | null> {
  const folder = await findVersion(MODEL_STORE, id);
  if (!folder) return null;
  try {
    const stored = await loadModel(MODEL_STORE, folder);
    const { threshold, engine: trainedBy, versions: then } = stored.detector;
    const isSame = isDeepStrictEqual(
      [threshold.budget, trainedBy.name, trainedBy.version, then],
      [params.alarmBudget.text, engine.name, engine.version, versions()],
    );
    return isSame ? stored : null;
  } catch (error) {
    if (error instanceof InputError) return null; // damaged: trained again
    throw error;
  }
}
