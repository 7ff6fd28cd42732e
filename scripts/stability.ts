/** Trains several seeds on one server and tells how much they agree. */
import { stability } from "../lib/benchmark/stability/stability.ts";
import { parseStabilityParams } from "../lib/benchmark/stability/stability_params.ts";
import { runTask } from "./run_task.ts";
import { stabilityOutput } from "./stability_output.ts";
import { TASK_PARAMS } from "./task_params.ts";

await runTask({
  name: "stability",
  about:
    "Trains several seeds on one server and tells how often they find the same, and blame the same first.",
  params: TASK_PARAMS.stability,
  run: async ({ params, listener }) => {
    const asked = parseStabilityParams(params);
    return stabilityOutput(await stability(asked, listener));
  },
});
