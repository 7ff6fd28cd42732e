import type * as tfjs from "@tensorflow/tfjs";
import type { EngineName } from "../engine.ts";

/** tfjs as a namespace, whichever backend it runs on. */
export type TensorFlow = typeof tfjs;

/** A network of tfjs' own kind. */
export type LayersModel = tfjs.LayersModel;

/** An array of an engine's memory. */
export type Tensor = tfjs.Tensor;

/** A weight as an optimizer sees it. */
export type Variable = tfjs.Variable;

/** tfjs with one backend, ready to compute. */
export interface TfjsBackend {
  /** The engine that it makes. */
  readonly name: EngineName;
  /** Versions and what it runs on, for `run.json`. */
  readonly version: string;
  /** The library. */
  readonly tf: TensorFlow;
  /**
   * Makes this backend the one that computes.
   *
   * tfjs has one active backend a process: call it before each stretch of work
   * that contains no `await`, since another engine may have run in between.
   */
  activate(): void;
  /**
   * Replaces how a network computes its LSTMs, where the backend has a faster way.
   *
   * @param network The network; its weights and its topology stay as they are.
   */
  accelerate(network: LayersModel): void;
}
