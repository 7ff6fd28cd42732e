import type * as tfjs from "@tensorflow/tfjs";
import type { TrainState } from "../engine.ts";
import { joinWeights, splitWeights } from "../flat_weights.ts";
import { type NetworkShape, weightSpecs } from "../network_shape.ts";
import type { TfjsBackend, Variable } from "./tensorflow.ts";

/** What Adam knows besides the weights. */
export type AdamState = Pick<
  TrainState,
  "steps" | "firstMoments" | "secondMoments"
>;

/** Where an optimizer works. */
export interface AdamPlace {
  /** The backend of the network that it changes. */
  readonly backend: TfjsBackend;
  /** That network's sizes. */
  readonly shape: NetworkShape;
}

/** The parts of tfjs' Adam that it keeps to itself. */
interface AdamParts {
  readonly accBeta1: Variable;
  readonly accBeta2: Variable;
  accumulatedFirstMoment: Moment[];
  accumulatedSecondMoment: Moment[];
}

/** One weight's moment. */
interface Moment {
  readonly originalName: string;
  readonly variable: Variable;
}

/** tfjs' defaults and Adam's: Kingma & Ba, ICLR 2015 (arXiv 1412.6980). */
const BETA_1 = 0.9;
const BETA_2 = 0.999;

/**
 * Copies Adam's moments out of the engine.
 *
 * @param optimizer One that has taken a step at least.
 * @returns Both moments, in the order of the weights.
 */
export function getMoments(
  optimizer: tfjs.AdamOptimizer,
): Omit<AdamState, "steps"> {
  const parts = optimizer as unknown as AdamParts;
  const values = (moments: readonly Moment[]) =>
    joinWeights(
      moments.map(({ variable }) => variable.dataSync<"float32">()),
    );
  return {
    firstMoments: values(parts.accumulatedFirstMoment),
    secondMoments: values(parts.accumulatedSecondMoment),
  };
}

/**
 * Puts Adam where another one stood, to the last bit; tfjs' own `setWeights` takes
 * the powers of the betas anew, which differ from products in float32.
 *
 * @param optimizer A new one.
 * @param state Where the other one stood.
 * @param place Where it works.
 */
export function setAdamState(
  optimizer: tfjs.AdamOptimizer,
  { steps, firstMoments, secondMoments }: AdamState,
  { backend, shape }: AdamPlace,
): void {
  const { tf } = backend;
  const parts = optimizer as unknown as AdamParts;
  const specs = weightSpecs(shape);
  const moments = (all: Float32Array): Moment[] =>
    splitWeights(all, shape).map((values, i) => {
      const { name: originalName = "", shape = [] } = specs[i] ?? {};
      const value = tf.tensor(values.slice(), [...shape], "float32");
      return { originalName, variable: tf.variable(value, false) };
    });
  backend.activate();
  tf.tidy(() => {
    parts.accBeta1.assign(tf.scalar(powerInSteps(BETA_1, steps)));
    parts.accBeta2.assign(tf.scalar(powerInSteps(BETA_2, steps)));
    parts.accumulatedFirstMoment = moments(firstMoments);
    parts.accumulatedSecondMoment = moments(secondMoments);
  });
}

/** As Adam does it: the power for the next step, a product in float32 a step. */
function powerInSteps(beta: number, steps: number): number {
  const factor = Math.fround(beta);
  let power = factor;
  for (let step = 0; step < steps; step++) power = Math.fround(power * factor);
  return power;
}
