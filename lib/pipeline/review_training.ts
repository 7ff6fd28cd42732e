import { stepTime } from "../frame/metric_table.ts";
import { networkInput } from "../detect/distance.ts";
import { windowEndsIn } from "../frame/windows.ts";
import type { Autoencoder } from "../model/engine.ts";
import { type NetworkShape, weightSpecs } from "../model/network_shape.ts";
import { engineFor } from "./training/engine_for.ts";
import type { StoredModel } from "./store/model_store.ts";
import type { Params } from "./params/params.ts";
import type { TrainingData } from "./training/read_training.ts";
import { type ScoredTable, scoreTable } from "./scoring/score_table.ts";
import { readTrainingInput } from "./training/training_input.ts";

/** What a model makes of the time that it learned from. */
export interface TrainingReview extends TrainingData {
  /** The parts block by block: fit, early stopping, calibration. */
  readonly spans: readonly PartSpan[];
  /** The network, first layer to last. */
  readonly layers: readonly NetworkLayer[];
  /**
   * All of the training time as the model reconstructs and scores it, judged anew
   * where a level moved; the threshold was fitted on scores as learned.
   */
  readonly scored: ScoredTable;
  /** The most ordinary and the worst window of the calibration part. */
  readonly examples: readonly WindowValue[];
}

/** A stretch of a part of the training time. */
export interface PartSpan {
  /** What it is for. */
  readonly part: keyof TrainingData["parts"];
  /** Its first step, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** The first step after it, milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** Windows in all stretches of the part. */
  readonly windows: number;
}

/** A layer of the network. */
export interface NetworkLayer {
  /** What it is, such as `"LSTM encoder"`. */
  readonly layer: string;
  /** Shape of what it gives for one window, such as `"10 × 19"`. */
  readonly gives: string;
  /** Numbers that it gives for one window. */
  readonly numbers: number;
  /** Numbers that training sets. */
  readonly weights: number;
}

/** One value of a window before and after the network, scaled. */
export interface WindowValue {
  /** The window with the median score, or the one with the highest. */
  readonly window: "typical" | "worst";
  /** The feature. */
  readonly feature: string;
  /** Steps before the window's last one, at most 0. */
  readonly step: number;
  /** What went in: 0 and 1 are the extremes of the fit part. */
  readonly actual: number;
  /** What came out. */
  readonly reconstructed: number;
}

/**
 * Looks at a model with the eyes of the data that it learned from: windows,
 * layers, reconstruction and errors.
 *
 * @param model The model that the train step gave for the same parameters.
 * @param params The parameters of the training.
 * @returns What there is to see.
 * @throws {InputError} If the data is not there any more.
 */
export async function reviewTraining(
  model: StoredModel,
  params: Params,
): Promise<TrainingReview> {
  const { data } = await readTrainingInput(params);
  const { table, parts } = data;
  const { detector } = model;
  const engine = await engineFor(params);
  const autoencoder = await engine.load(model.bytes);
  try {
    const scored = await scoreTable(autoencoder, table, {
      detector,
      perDay: params.alarmBudget.perDay,
    });
    const spansOf = (part: PartSpan["part"]) => {
      const windows = windowEndsIn(table, parts[part], detector.window).length;
      return parts[part].map(({ start, end }) => ({
        ...{ part, windows },
        startMs: stepTime(table, start),
        endMs: stepTime(table, end),
      }));
    };
    return {
      ...data,
      spans: [
        ...spansOf("fit"),
        ...spansOf("stop"),
        ...spansOf("calibration"),
      ],
      layers: layersOf({
        window: detector.window,
        features: detector.features.length,
        hidden: Number(detector.parameters.hidden),
      }),
      scored,
      examples: await examplesOf(autoencoder, data, scored.score),
    };
  } finally {
    autoencoder.dispose();
  }
}

function layersOf(shape: NetworkShape): NetworkLayer[] {
  const { window, features, hidden } = shape;
  const weights = (layer: string) =>
    weightSpecs(shape).filter(({ name }) => name.startsWith(`${layer}/`))
      .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b), 0);
  const layer = (layer: string, sides: readonly number[], weights: number) => ({
    layer,
    gives: sides.join(" × "),
    numbers: sides.reduce((a, b) => a * b),
    weights,
  });
  return [
    layer("window", [window, features], 0),
    layer("LSTM encoder", [hidden], weights("encoder")),
    layer("repeated", [window, hidden], 0),
    layer("LSTM decoder", [window, hidden], weights("decoder")),
    layer("dense: reconstruction", [window, features], weights("output")),
  ];
}

async function examplesOf(
  autoencoder: Autoencoder,
  { table, parts, scaler }: TrainingData,
  score: Float32Array,
): Promise<WindowValue[]> {
  const length = autoencoder.window;
  const features = table.metrics.length;
  const byScore = windowEndsIn(table, parts.calibration, length)
    .toSorted((one, other) => score[one - 1]! - score[other - 1]!);
  const typical = byScore[Math.floor(byScore.length / 2)]!;
  const ends = Int32Array.of(typical, byScore.at(-1)!);
  const values = networkInput(table, scaler);
  const reconstructed = await autoencoder.reconstruct({
    ...{ values, features, length, ends },
  });
  return (["typical", "worst"] as const).flatMap((window, w) =>
    table.metrics.flatMap(({ name }, f) =>
      Array.from({ length }, (_, i) => ({
        ...{ window, feature: name, step: i + 1 - length },
        actual: values[(ends[w]! - length + i) * features + f]!,
        reconstructed: reconstructed[(w * length + i) * features + f]!,
      }))
    )
  );
}
