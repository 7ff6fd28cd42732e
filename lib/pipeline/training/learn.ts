import { networkInput } from "../../detect/distance.ts";
import type { AlarmBudget } from "../../detect/alarm_budget.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import { windowEndsIn } from "../../frame/windows.ts";
import type {
  Engine,
  ModelBytes,
  TrainHooks,
  TrainWindows,
  WindowSet,
} from "../../model/engine.ts";
import type { PlannedTraining } from "../../model/fits_training.ts";
import type { AlarmTimeParams } from "./alarm_times.ts";
import { fitDetector, type Fitted } from "./fit_detector.ts";
import type { TrainingData } from "./read_training.ts";

/** What learning needs besides data. */
export interface LearnContext {
  /** Windows of the same data, and the schedule. */
  readonly training: PlannedTraining;
  /** What runs the network. */
  readonly engine: Engine;
  /** The budget for the stored threshold. */
  readonly alarmBudget: AlarmBudget;
  /** Smoothing, merging and minimum duration; `null` for the defaults. */
  readonly alarmTimes: AlarmTimeParams;
  /** Who hears of training, where to go on, who keeps its state. */
  readonly hooks?: TrainHooks;
}

/** What was learned, in memory. */
export interface Learned {
  /** The network. */
  readonly bytes: ModelBytes;
  /** Scales, thresholds, facts. */
  readonly fitted: Fitted;
}

/**
 * Cuts prepared data into the windows that a network learns from.
 *
 * @param data Features, parts, scaler.
 * @param window Steps a window.
 * @returns Windows of the fit and the early-stopping part.
 */
export function trainingWindows(
  { table, parts, scaler }: TrainingData,
  window: number,
): TrainWindows {
  const values = networkInput(table, scaler);
  const windows = (ranges: readonly StepRange[]): WindowSet => ({
    values,
    features: table.metrics.length,
    length: window,
    ends: windowEndsIn(table, ranges, window),
  });
  return { fit: windows(parts.fit), stop: windows(parts.stop) };
}

/**
 * Trains a network and fits scales and thresholds to its errors. Nothing is
 * written.
 *
 * @param data Features, parts, scaler.
 * @param context Windows and schedule, engine, budget, hooks.
 * @returns Network and detector.
 */
export async function learn(
  data: TrainingData,
  { training, engine, alarmBudget, alarmTimes, hooks = {} }: LearnContext,
): Promise<Learned> {
  const { windows, options } = training;
  const trained = await engine.train(windows, options, hooks);
  const autoencoder = await engine.load(trained.bytes);
  try {
    const fitted = await fitDetector({
      ...data,
      autoencoder,
      trained,
      alarmBudget,
      alarmTimes,
    });
    return { bytes: trained.bytes, fitted };
  } finally {
    autoencoder.dispose();
  }
}
