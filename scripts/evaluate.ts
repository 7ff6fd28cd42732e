/** Scores a table and writes `reports/<run>/` with the numbers, no pages. */
import { parseParams } from "../lib/pipeline/params/params.ts";
import { writeEvaluation, type WrittenRun } from "../lib/pipeline/report.ts";
import { reportHosts } from "../lib/pipeline/report_hosts.ts";
import { join } from "node:path";
import { hostOutput } from "./host_output.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";
import { forUser } from "./user_path.ts";

const PAGE = "evaluation.json";

await runTask({
  name: "evaluate",
  about:
    "Scores a table and measures the incidents, against labels where there are some.",
  params: TASK_PARAMS.evaluate,
  run: async ({ params, ...context }) => {
    const step = { run: writeEvaluation, page: PAGE };
    const runs = await reportHosts(parseParams(params), context, step);
    return hostOutput(runs, {
      page: ({ folder }: WrittenRun) => forUser(join(folder, PAGE)),
      json: ({ evaluation, scored }) => ({
        ...evaluation,
        incidents: scored.incidents,
      }),
    });
  },
});
