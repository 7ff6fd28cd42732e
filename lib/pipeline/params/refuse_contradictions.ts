import { InputError } from "../../errors.ts";
import type { EngineChoice } from "../../model/engine.ts";

/** Parameters that only mean something while a model is trained. */
export const TRAINING_PARAMS: readonly string[] = [
  "train",
  "exclude",
  "keep-all",
  "metric",
  "name",
  "window",
  "hidden",
  "epochs",
  "seed",
  "half-life",
  "merge-gap",
  "min-duration",
];

/** Parameters that say what is recorded, before this step has its file. */
const RECORDING: readonly string[] = ["instance", "step", "query"];

/** What of parameters may contradict itself. */
export interface Contradicting {
  /** A saved model, or `null`. */
  readonly model: string | null;
  /** The parameters that were given, by the names of their flags. */
  readonly given: readonly string[];
  /** First instant of the data that is used, ms; `null`: all. */
  readonly from: number | null;
  /** First instant of the data that is not, ms; `null`: none. */
  readonly to: number | null;
  /** What runs the network. */
  readonly engine: EngineChoice;
  /** Its threads; `null`: all cores. */
  readonly threads: number | null;
}

/**
 * Refuses parameters that contradict one another.
 *
 * @param params The parameters.
 * @throws {InputError} Where two of them cannot both be meant.
 */
export function refuseContradictions(
  { model, given, from, to, engine, threads }: Contradicting,
): void {
  if (from !== null && to !== null && from >= to) {
    throw new InputError("use params", "--from must be before --to", {
      got: new Date(from).toISOString(),
    });
  }
  if (threads !== null && engine !== "auto" && engine !== "simd") {
    throw new InputError("use params", "--threads is for the engine simd", {
      got: `--engine ${engine}`,
      hint: "leave one of the two out",
    });
  }
  const recording = RECORDING.find((name) => given.includes(name));
  if (recording) {
    throw new InputError(
      "use params",
      `--${recording} is for --data prometheus:http://HOST:PORT`,
      { hint: "leave it out for files" },
    );
  }
  const clash = TRAINING_PARAMS.find((name) => given.includes(name));
  if (model !== null && clash) {
    throw new InputError(
      "use params",
      `--${clash} is for training and --model names a trained model`,
      {
        hint: `leave one of the two out`,
      },
    );
  }
}
