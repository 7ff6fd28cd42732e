import type { Engine } from "../../model/engine.ts";
import type { Params } from "../params/params.ts";
import type { ProgressListener } from "../base/progress.ts";
import type { RunRecord } from "../../report/report_input.ts";
import type { StoredModel } from "../store/model_store.ts";
import { learn, trainingWindows } from "../training/learn.ts";
import type { Lesson } from "../training/scoring_input.ts";
import { trainOptions } from "../training/train_options.ts";
import { trainedDetector } from "../training/trained_detector.ts";
import { trainingProgress } from "../training/training_progress.ts";

/** How a model is trained again. */
export interface TrainAgainOptions {
  /** The parameters that it was trained with. */
  readonly params: Params;
  /** What trains it. */
  readonly engine: Engine;
  /** What it is called in the run's record. */
  readonly recorded: RunRecord["model"];
  /** Hears of progress. */
  readonly listener: ProgressListener;
}

/**
 * Trains a run's model again, in memory: nothing is written.
 *
 * @param lesson What it was learned from.
 * @param options Parameters, engine, name.
 * @returns The model, without the hash that it would be stored under.
 */
export async function trainAgain(
  { data, provenance }: Lesson,
  { params, engine, recorded, listener }: TrainAgainOptions,
): Promise<StoredModel> {
  const windows = trainingWindows(data, params.window);
  const options = trainOptions(params, windows.fit.ends.length);
  const { bytes, fitted } = await learn(data, {
    training: { windows, options },
    engine,
    alarmBudget: params.alarmBudget,
    alarmTimes: params,
    hooks: {
      listener: trainingProgress(listener, {
        ...{ before: 0, now: () => performance.now() },
      }),
    },
  });
  const { name, version } = recorded;
  const detector = trainedDetector({ name, version, fitted, options }, {
    ...{ params, engine, provenance },
  });
  return { bytes, detector, sha256: "" };
}
