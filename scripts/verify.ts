/** Makes runs again from the same inputs and tells what of them still holds. */
import { parseVerifyParams } from "../lib/pipeline/params/verify_params.ts";
import { verifyAll } from "../lib/pipeline/verify/verify_all.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";
import { verifyOutput } from "./verify_output.ts";

await runTask({
  name: "verify",
  about:
    "Makes runs again from the same inputs, compares, and tells what still holds; writes nothing.",
  params: TASK_PARAMS.verify,
  run: async ({ params, listener }) =>
    verifyOutput(await verifyAll(parseVerifyParams(params), { listener })),
});
