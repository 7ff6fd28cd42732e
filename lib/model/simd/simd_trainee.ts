import type { WindowSet } from "../engine.ts";
import type { OpenTrainee, TraineeInput } from "../make_engine.ts";
import { batches } from "../windows.ts";
import { fromPanels, panelIndices, toPanels } from "./panel_weights.ts";
import { planWork } from "./plan.ts";
import { scoreWindows } from "./score_windows.ts";
import { openTeam, parameterLists, type Team } from "./team.ts";
import { type GivenJob, giveTrainJob } from "./train_job.ts";
import type { SimdOptions } from "./simd_options.ts";

/**
 * Puts a network in training on the kernel.
 *
 * @param input Its first weights, or where to go on, and what it learns from.
 * @param options Threads.
 * @returns The network, to be disposed of by the caller.
 * @throws {InputError} If there is no memory for it, or a worker does not start.
 */
export async function simdTrainee(
  { shape, weights, windows: { fit, stop }, options, resume }: TraineeInput,
  simd: SimdOptions,
): Promise<OpenTrainee> {
  const { epochs, learningRate } = options;
  const batchSize = Math.min(options.batchSize, fit.ends.length);
  const plan = planWork({
    shape,
    trained: fit.ends.length * epochs,
    scored: stop.ends.length * epochs,
    batchSize,
    threads: simd.threads,
  });
  const team = await openTeam(plan, simd);
  const indices = panelIndices(shape);
  const [parameters, first, second] = parameterLists(team);
  toPanels(weights, indices, { parameters });
  if (resume) {
    toPanels(resume.firstMoments, indices, { parameters: first });
    toPanels(resume.secondMoments, indices, { parameters: second });
  }
  team.renew();
  let steps = resume?.steps ?? 0;
  return {
    fitWindows: fit.ends.length,
    runEpoch: async (order, onBatch) => {
      const tell = async ({ counts, losses }: GivenJob) =>
        (await losses()).forEach((loss, b) => onBatch(loss, counts[b]!));
      let underWay: GivenJob | undefined;
      let slot = 0;
      for (const part of batches(order, batchSize * plan.jobBatches)) {
        const training = { fit, batchSize, learningRate, steps, slot };
        // The next job is given before the last is done: nobody waits for us.
        const given = giveTrainJob(team, part, training);
        if (underWay) await tell(underWay);
        underWay = given;
        steps += given.counts.length;
        slot = 1 - slot;
      }
      if (underWay) await tell(underWay);
    },
    stopLoss: () => meanSquaredError(team, stop),
    state: () => ({
      weights: fromPanels(parameters, indices),
      firstMoments: fromPanels(first, indices),
      secondMoments: fromPanels(second, indices),
    }),
    dispose: () => team.dispose(),
  };
}

/** The mean over windows, steps and features. */
async function meanSquaredError(
  team: Team,
  windows: WindowSet,
): Promise<number> {
  const { values, features, length, ends } = windows;
  const size = length * features;
  let sum = 0;
  await scoreWindows(team, windows, {
    firstStep: 0,
    take: (y, first) => {
      for (let w = 0; w < y.length / size; w++) {
        const start = ends[first + w]! * features - size;
        for (let i = 0; i < size; i++) {
          sum += (y[w * size + i]! - values[start + i]!) ** 2;
        }
      }
    },
  });
  return sum / (ends.length * size);
}
