import { formatDuration } from "../../frame/units.ts";
import type { Engine } from "../../model/engine.ts";
import { openCheckpoint } from "../store/checkpoint.ts";
import { learn, trainingWindows } from "./learn.ts";
import {
  MODEL_STORE,
  saveModel,
  type StoredModel,
} from "../store/model_store.ts";
import { modelNameOf } from "../base/model_name.ts";
import { type Provenance, versionOf } from "../store/model_version.ts";
import type { Params } from "../params/params.ts";
import type { ProgressListener } from "../base/progress.ts";
import type { TrainingData } from "./read_training.ts";
import { tidyModel } from "../store/tidy_model.ts";
import { trainedDetector } from "./trained_detector.ts";
import { trainOptions } from "./train_options.ts";
import { trainingProgress } from "./training_progress.ts";
import { windowsHash } from "./windows_hash.ts";

/** What training needs besides data. */
export interface TrainContext {
  /** The run's parameters. */
  readonly params: Params;
  /** What runs the network. */
  readonly engine: Engine;
  /** Hears of progress. */
  readonly listener: ProgressListener;
  /** Where the data came from. */
  readonly provenance: Provenance;
  /** Whether the model replaces a current one of its name. */
  readonly current: "replace" | "keep";
}

/**
 * Trains on prepared data and saves the model. Where an earlier run of the same
 * training was interrupted, it goes on from the last epoch that was done.
 *
 * @param data Features, parts, scaler.
 * @param context Parameters, engine, listener, provenance.
 * @returns The saved model.
 */
export async function trainOn(
  data: TrainingData,
  context: TrainContext,
): Promise<StoredModel> {
  const { table } = data;
  const { params, engine, listener, provenance } = context;
  const windows = trainingWindows(data, params.window);
  const options = trainOptions(params, windows.fit.ends.length);
  const name = params.name ?? modelNameOf(table.host);
  const version = versionOf({ params, provenance, engine: engine.name });
  const span = formatDuration(table.steps * table.intervalMs);
  listener({
    kind: "said",
    text: `Training on ${table.metrics.length} metrics of ${table.host}, ` +
      `${span}, ${windows.fit.ends.length} windows (${engine.name})`,
  });
  const { resume, keep } = await openCheckpoint({
    name,
    version,
    engine: { name: engine.name, version: engine.version },
    options,
    windows: windowsHash(windows),
  }, {
    store: MODEL_STORE,
    training: { windows, options },
    listener,
  });
  const { bytes, fitted } = await learn(data, {
    training: { windows, options },
    engine,
    alarmBudget: params.alarmBudget,
    alarmTimes: params,
    hooks: {
      ...(resume ? { resume } : {}),
      onEpoch: keep,
      listener: trainingProgress(listener, {
        before: (resume?.losses.length ?? 0) / options.epochs,
        now: () => performance.now(),
      }),
    },
  });
  // Training that stops early has a hundred per cent, too.
  const { losses, bestEpoch } = fitted.training;
  listener({
    kind: "at",
    stage: "train",
    done: 1,
    detail: `best epoch ${bestEpoch} of ${losses.length}, ` +
      `held out ${losses[bestEpoch - 1]?.stop.toPrecision(3)}`,
  });
  const detector = trainedDetector({ name, version, fitted, options }, context);
  const model = await saveModel(MODEL_STORE, detector, {
    bytes,
    current: context.current,
  });
  await tidyModel(MODEL_STORE, detector);
  return model;
}
