/**
 * Trains a model, or one a host, and makes it the current version in
 * `data/models/<name>/`; or changes which version is.
 */
import { parseTrainParams } from "../lib/pipeline/params/train_params.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";
import { versionOutput } from "./version_output.ts";

await runTask({
  name: "train",
  about: "Learns a server's normal metrics and saves the model, or one a host.",
  params: TASK_PARAMS.train,
  run: async ({ params, listener }) => {
    const task = parseTrainParams(params);
    if (task.kind === "rollback" || task.kind === "use") {
      return await versionOutput(task);
    }
    // What reads tables loads native code, which going back needs no right for.
    const { trainTask } = await import("./train_task.ts");
    return await trainTask(task, listener);
  },
});
