import { trainCompared } from "../lib/pipeline/compare/train_compared.ts";
import type { ProgressListener } from "../lib/pipeline/base/progress.ts";
import type { Params } from "../lib/pipeline/params/params.ts";
import type { TrainTask } from "../lib/pipeline/params/train_params.ts";
import { forTrainingHosts, trainHosts } from "../lib/pipeline/train_hosts.ts";
import { comparedOutput } from "./compared_output.ts";
import type { TaskOutput } from "./task.ts";
import { trainOutput } from "./train_output.ts";

/**
 * Trains, and compares where that is asked for.
 *
 * @param task What is asked for.
 * @param listener Hears of progress.
 * @returns What is printed.
 */
export async function trainTask(
  task: Extract<TrainTask, { readonly params: Params }>,
  listener: ProgressListener,
): Promise<TaskOutput> {
  const { params } = task;
  if (task.kind === "train") {
    return trainOutput(await trainHosts(params, listener));
  }
  const { agreed } = task;
  const step = (params: Params) => trainCompared(params, { listener, agreed });
  return comparedOutput(await forTrainingHosts(params, { listener, step }));
}
