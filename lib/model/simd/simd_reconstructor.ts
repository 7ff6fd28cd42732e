import type { WindowSet } from "../engine.ts";
import type { Reconstructor } from "../make_engine.ts";
import { joinWeights } from "../flat_weights.ts";
import type { NetworkContent } from "../network_shape.ts";
import { panelIndices, toPanels } from "./panel_weights.ts";
import { type Plan, planWork } from "./plan.ts";
import { scoreWindows } from "./score_windows.ts";
import type { SimdOptions } from "./simd_options.ts";
import { openTeam, parameterLists, type Team } from "./team.ts";

/**
 * Makes a network ready to reconstruct on the kernel.
 *
 * Little work is done by this thread, on memory that is kept. For more, workers
 * are started and ended again; those for calls that are announced stay.
 *
 * @param content Sizes and weights.
 * @param options Threads.
 * @returns The network, to be disposed of by the caller.
 * @throws {InputError} If there is no memory for it.
 */
export async function simdReconstructor(
  { shape, weights }: NetworkContent,
  options: SimdOptions,
): Promise<Reconstructor> {
  const indices = panelIndices(shape);
  const values = joinWeights(weights);
  const open = async (plan: Plan): Promise<Team> => {
    const team = await openTeam(plan, options);
    const [parameters] = parameterLists(team);
    toPanels(values, indices, { parameters });
    return team;
  };
  const planFor = (windows: number) =>
    planWork({ shape, scored: windows, threads: options.threads });
  let kept = await open(planFor(0));
  return {
    prepare: async (windows) => {
      const plan = planFor(windows);
      if (plan.threads <= kept.plan.threads) return;
      const team = await open(plan);
      kept.dispose();
      kept = team;
    },
    reconstruct: async (windows, { steps }) => {
      const plan = planFor(windows.ends.length);
      if (plan.threads <= kept.plan.threads) {
        return await reconstruct(kept, windows, steps);
      }
      const team = await open(plan);
      try {
        return await reconstruct(team, windows, steps);
      } finally {
        team.dispose();
      }
    },
    dispose: () => kept.dispose(),
  };
}

async function reconstruct(
  team: Team,
  windows: WindowSet,
  steps: "last" | "all",
): Promise<Float32Array> {
  const { length, features, ends } = windows;
  const firstStep = steps === "last" ? length - 1 : 0;
  const kept = (length - firstStep) * features;
  const values = new Float32Array(ends.length * kept);
  await scoreWindows(team, windows, {
    firstStep,
    take: (part, first) => values.set(part, first * kept),
  });
  return values;
}
