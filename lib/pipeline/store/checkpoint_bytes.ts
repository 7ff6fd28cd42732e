import type {
  EngineName,
  TrainOptions,
  TrainState,
} from "../../model/engine.ts";
import { METHOD_REVISION } from "./detector.ts";
import { sha256 } from "../base/hash.ts";

/** The training that a checkpoint is of; another one cannot go on from it. */
export interface CheckpointOf {
  /** The model's name. */
  readonly name: string;
  /** The version that it will be. */
  readonly version: string;
  /** What trains it; another version may round otherwise. */
  readonly engine: { readonly name: EngineName; readonly version: string };
  /** Sizes and schedule. */
  readonly options: TrainOptions;
  /** SHA-256 of the windows. */
  readonly windows: string;
}

/** Why a checkpoint is of no use. */
export type CheckpointProblem = "damaged" | "foreign";

/** Begins the file; the number is that of its form. */
const MAGIC = "whenwhy checkpoint 1 ";

/** SHA-256 in hex and a line end. */
const HEAD = MAGIC.length + 65;

const ARRAYS = [
  "weights",
  "firstMoments",
  "secondMoments",
  "bestWeights",
] as const;

/**
 * Writes a training's state as one file: a line with the SHA-256 of the rest, a
 * line of JSON with what it is of, one with the state's numbers, and the arrays
 * as float32, little endian.
 *
 * @param state The state.
 * @param of What it is of.
 * @returns The file's content.
 */
export function toCheckpointBytes(
  state: TrainState,
  of: CheckpointOf,
): Uint8Array {
  const { losses, steps, bestEpoch } = state;
  const lines = `${ofLine(of)}\n${
    JSON.stringify({ losses, steps, bestEpoch })
  }\n`;
  const text = new TextEncoder().encode(lines);
  const arrays = ARRAYS.map((name) => state[name]);
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(HEAD + text.length + size);
  bytes.set(text, HEAD);
  let start = HEAD + text.length;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start);
    start += byteLength;
  }
  const head = `${MAGIC}${sha256(bytes.subarray(HEAD))}\n`;
  bytes.set(new TextEncoder().encode(head));
  return bytes;
}

/**
 * Reads what {@linkcode toCheckpointBytes} wrote.
 *
 * @param bytes The file's content; anything may stand in it.
 * @param of What it must be of.
 * @returns The state, or why it is of no use. Whether it fits the training is for
 *   `fitsTraining()` to tell.
 */
export function parseCheckpoint(
  bytes: Uint8Array,
  of: CheckpointOf,
): TrainState | CheckpointProblem {
  const text = (part: Uint8Array) => new TextDecoder().decode(part);
  const rest = bytes.subarray(HEAD);
  const head = `${MAGIC}${sha256(rest)}\n`;
  if (text(bytes.subarray(0, HEAD)) !== head) return "damaged";
  const first = rest.indexOf(10);
  const second = rest.indexOf(10, first + 1);
  if (text(rest.subarray(0, first)) !== ofLine(of)) return "foreign";
  try {
    const facts = JSON.parse(text(rest.subarray(first + 1, second))) as Pick<
      TrainState,
      "losses" | "steps" | "bestEpoch"
    >;
    const { losses } = facts;
    if (!Array.isArray(losses) || !losses.every((loss) => loss)) {
      return "damaged";
    }
    // A copy starts at 0, where float32 values may start.
    const all = new Float32Array(rest.slice(second + 1).buffer);
    const size = all.length / ARRAYS.length;
    const [weights, firstMoments, secondMoments, bestWeights] = ARRAYS
      .map((_, i) => all.subarray(i * size, (i + 1) * size)) as FourArrays;
    return { ...facts, weights, firstMoments, secondMoments, bestWeights };
  } catch {
    return "damaged";
  }
}

type FourArrays = [Float32Array, Float32Array, Float32Array, Float32Array];

function ofLine(of: CheckpointOf): string {
  return JSON.stringify({ method: METHOD_REVISION, ...of });
}
