import { decodeLine } from "../../chart/detail/line_detail.ts";
import { encodeNumbers } from "../../chart/detail/number_code.ts";
import { runsOf } from "../../chart/detail/runs.ts";

/** Steps of which one is kept, where there is no room for all. */
const EVERY = [2, 3, 5, 10, 20, 30, 60, 120, 300, 600, 1440, 10_080] as const;

/** Which steps are kept of those outside their band. */
export interface FitStepsOptions {
  /** The line that they are drawn on, as `fitLine` gave it. */
  readonly line: string;
  /** Characters at most. @default {any number} */
  readonly most?: number | undefined;
}

/**
 * Writes which steps are outside their band as finely as fits: all of them, else
 * of a stretch the one that is furthest outside of those that its line keeps.
 *
 * @param errors Distance from what was expected a step, in thresholds.
 * @param options The line and the room.
 * @returns The steps' detail; empty where nothing fits, or the line is empty.
 */
export function fitSteps(
  errors: Float32Array,
  { line, most = Infinity }: FitStepsOptions,
): string {
  // Rings are placed by the line; without one they are moved as it is.
  if (line === "") return "";
  const write = (is: (step: number) => boolean) =>
    `steps ${encodeNumbers(runsOf(errors.length, is))}`;
  const all = write((t) => errors[t]! >= 1);
  if (all.length <= most) return all;
  const { steps } = decodeLine(line.replace("line ", ""));
  for (const every of EVERY) {
    const worst = worstOf(errors, { steps, every });
    // A step and its distance take no less than a bit each, a sixth of a character.
    if (worst.length / 3 > most) continue;
    const isKept = new Uint8Array(errors.length);
    for (const t of worst) isKept[t] = 1;
    const text = write((t) => isKept[t] === 1);
    if (text.length <= most) return text;
  }
  return "";
}

function worstOf(
  errors: Float32Array,
  options: { readonly steps: Int32Array; readonly every: number },
): number[] {
  const { steps, every } = options;
  const worst: number[] = [];
  let stretch = -1;
  for (const t of steps) {
    if (!(errors[t]! >= 1)) continue;
    const before = worst.at(-1) ?? -1;
    if (Math.floor(t / every) !== stretch) worst.push(t);
    else if (errors[t]! > errors[before]!) worst[worst.length - 1] = t;
    stretch = Math.floor(t / every);
  }
  return worst;
}
