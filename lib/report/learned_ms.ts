import type { TrainingFacts } from "./report_input.ts";

/**
 * Gives how much time a model learned from: its training time without what was
 * left out as labelled or as gross.
 *
 * @param training The model's training.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns Milliseconds.
 */
export function learnedMs(
  { steps, leftOut, robustPass }: Pick<
    TrainingFacts,
    "steps" | "leftOut" | "robustPass"
  >,
  intervalMs: number,
): number {
  const gross = robustPass?.outcome === "left out" ? robustPass.steps : 0;
  return (steps - (leftOut?.steps ?? 0) - gross) * intervalMs;
}
