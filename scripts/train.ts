/** Trains a model, or one a host, and makes it the current version in `data/models/<name>/`. */
import { parseParams } from "../lib/pipeline/params/params.ts";
import { trainHosts } from "../lib/pipeline/train_hosts.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";
import { trainOutput } from "./train_output.ts";

await runTask({
  name: "train",
  about: "Learns a server's normal metrics and saves the model, or one a host.",
  params: TASK_PARAMS.train,
  run: async ({ params, listener }) =>
    trainOutput(await trainHosts(parseParams(params), listener)),
});
