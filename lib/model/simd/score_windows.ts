import type { WindowSet } from "../engine.ts";
import type { Plan } from "./plan.ts";
import { scoreSlot } from "./slots.ts";
import type { Team } from "./team.ts";

/** What to give back of windows, and who takes it. */
export interface ScoreOptions {
  /** First step of each window to give back: 0 for all, its last for that one. */
  readonly firstStep: number;
  /**
   * Takes the next windows' reconstructions, in order.
   *
   * @param values Row-major, shape `[*, length − firstStep, features]`; a view
   *   that holds only until it returns.
   * @param first Number of the first of these windows.
   */
  readonly take: (values: Float32Array, first: number) => void;
}

/**
 * Reconstructs windows, job by job: the memory does not grow with their number.
 * Several calls may run at once, and share the slots.
 *
 * What a window gives does not depend on which windows go with it.
 *
 * @param team A team whose parameters are set.
 * @param windows Checked windows of its network.
 * @param options What to give back, and who takes it.
 */
export async function scoreWindows(
  team: Team,
  windows: WindowSet,
  { firstStep, take }: ScoreOptions,
): Promise<void> {
  const { plan, floats, slots } = team;
  const slot = scoreSlot(plan);
  const kept = (windows.length - firstStep) * windows.features;
  let last = Promise.resolve();
  for (let first = 0; first < windows.ends.length;) {
    const at = await slots.take();
    const { count, stepCount } = fillSlot(team, windows, { at, first });
    const done = team.run({
      kind: "score",
      steps: at,
      stepCount,
      starts: at + slot.starts,
      windows: count,
      firstStep,
      out: at + slot.out,
    });
    const out = (at + slot.out) / 4;
    const part = floats.subarray(out, out + count * kept);
    last = Promise.all([last, done])
      .then(take.bind(null, part, first))
      .finally(() => slots.give(at));
    // Heard of at the end, when no slot is held any more.
    last.catch(() => {});
    first += count;
  }
  await last;
}

/** Copies the steps of as many windows as fit, each step once where they overlap. */
function fillSlot(
  { plan, floats }: { readonly plan: Plan; readonly floats: Float32Array },
  { values, features, length, ends }: WindowSet,
  { at, first }: { readonly at: number; readonly first: number },
): { count: number; stepCount: number } {
  const starts = new Int32Array(
    floats.buffer,
    at + scoreSlot(plan).starts,
    plan.jobWindows,
  );
  let stepCount = 0;
  let count = 0;
  // The last run of copied steps is [runStart, runEnd) of the series.
  let runStart = 0;
  let runEnd = 0;
  for (; count < plan.jobWindows && first + count < ends.length; count++) {
    const end = ends[first + count]!;
    const start = end - length;
    const isNew = start < runStart || start > runEnd || stepCount === 0;
    const from = isNew ? start : runEnd;
    const fresh = Math.max(end - from, 0);
    if (stepCount + fresh > plan.jobSteps) break;
    if (isNew) [runStart, runEnd] = [start, start];
    const source = values.subarray(from * features, (from + fresh) * features);
    floats.set(source, at / 4 + stepCount * features);
    stepCount += fresh;
    runEnd += fresh;
    starts[count] = stepCount - (runEnd - start);
  }
  return { count, stepCount };
}
