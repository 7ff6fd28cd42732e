import {
  type Contestant,
  type ContestantOptions,
  startContestant,
} from "./contestant.ts";
import type { BenchShape } from "./shapes.ts";

/** A contestant on its shape. */
export interface Started extends Contestant {
  /** What it works on. */
  readonly size: BenchShape;
}

/**
 * Starts contestants one after the other. One that does not start is left out:
 * not every machine has all of them.
 *
 * @param candidates How each is started, by name.
 * @param say Hears which is left out, and why.
 * @returns Those that wait for questions.
 */
export async function startContestants(
  candidates: Readonly<Record<string, ContestantOptions>>,
  say: (line: string) => void,
): Promise<readonly Started[]> {
  const started: Started[] = [];
  for (const [name, options] of Object.entries(candidates)) {
    try {
      const contestant = await startContestant(name, options);
      started.push({ ...contestant, size: options.shape });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`${name} is left out: ${reason}`);
    }
  }
  return started;
}
