/** Trains a model and makes it the current version in `data/models/<name>/`. */
import { parseParams } from "@lib/pipeline/params.ts";
import { trainHosts } from "@lib/pipeline/train_hosts.ts";
import { runTask } from "./run_task.ts";
import { trainOutput } from "./train_output.ts";

await runTask({
  name: "train",
  about: "Learns a server's normal metrics and saves the model, or one a host.",
  params: [
    "data",
    "train",
    "name",
    "engine",
    "threads",
    "window",
    "hidden",
    "epochs",
    "seed",
    "alarm-budget",
    "start",
    "host",
    "counter",
    "decimal-comma",
    "from",
    "to",
    "instance",
    "step",
    "query",
  ],
  run: async ({ params, listener }) =>
    trainOutput(await trainHosts(parseParams(params), listener)),
});
