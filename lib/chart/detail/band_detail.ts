import { fromChanges, type HeightOf, toChanges } from "./levels.ts";
import { decodeNumbers, encodeNumbers } from "./number_code.ts";
import { indicesOf, runsOf } from "./runs.ts";

/** A band whose edges stay for some steps at a time. */
export interface BandEdges {
  /** Steps that share an edge. */
  readonly every: number;
  /** Lower edge for each of them, a height in the frame from 0 to 1; NaN where there is no band. */
  readonly low: Float32Array;
  /** Upper edge for each of them. */
  readonly high: Float32Array;
}

/** How finely a band is kept. */
export interface BandDetailOptions {
  /** Heights in the frame that it is drawn in. */
  readonly heightOf: HeightOf;
  /** Heights that are told apart. */
  readonly levels: number;
  /** Steps that share an edge: their lowest lower and highest upper one. */
  readonly every: number;
}

/**
 * Writes a band so that parts of it can be drawn anew.
 *
 * @param edges Lower and upper edge a step, of the same length; NaN where there is none.
 * @param options Levels and fineness.
 * @returns Five words: steps that share an edge, how many levels, runs of those
 *   that have no band and have one, changes of the lower level and of how many
 *   levels the upper one is above it.
 */
export function encodeBand(
  edges: readonly [Float32Array, Float32Array],
  options: BandDetailOptions,
): string {
  const { heightOf, levels, every } = options;
  const levelOf = (value: number) => Math.round(levels * heightOf(value));
  const count = Math.ceil(edges[0].length / every);
  const low = new Float32Array(count).fill(NaN);
  const high = new Float32Array(count).fill(NaN);
  for (let t = 0; t < edges[0].length; t++) {
    const i = Math.floor(t / every);
    const [edge, other] = [edges[0][t]!, edges[1][t]!];
    if (!(edge >= low[i]!) && !Number.isNaN(edge)) low[i] = edge;
    if (!(other <= high[i]!) && !Number.isNaN(other)) high[i] = other;
  }
  const runs = runsOf(count, (i) => !Number.isNaN(low[i]! + high[i]!));
  const there = indicesOf(runs);
  const lows = there.map((i) => levelOf(low[i]!));
  const heights = there.map((i, n) => levelOf(high[i]!) - lows[n]!);
  return [
    every,
    levels,
    ...[runs, toChanges(lows), toChanges(heights)].map(encodeNumbers),
  ].join(" ");
}

/**
 * Reads what {@linkcode encodeBand} wrote.
 *
 * @param text Its text.
 * @returns The band.
 */
export function decodeBand(text: string): BandEdges {
  const [every, levels, ...words] = text.split(" ");
  const [runs = [], lows = [], heights = []] = words.map(decodeNumbers);
  const low = fromChanges(lows, runs);
  const above = fromChanges(heights, runs);
  const height = (level: number) => level / Number(levels);
  return {
    every: Number(every),
    low: low.map(height),
    high: low.map((level, i) => height(level + above[i]!)),
  };
}
