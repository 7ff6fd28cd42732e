/** Scores a table and writes `reports/<run>/` with HTML, PDF and numbers. */
import { parseParams } from "../lib/pipeline/params/params.ts";
import { report, type WrittenRun } from "../lib/pipeline/report.ts";
import { reportHosts } from "../lib/pipeline/report_hosts.ts";
import { join } from "node:path";
import { hostOutput, incidentOf } from "./host_output.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";
import { forUser } from "./user_path.ts";

/** The incident that the pages are about, where they are about one. */
function toldOf(run: WrittenRun) {
  const incident = incidentOf(run);
  return incident === undefined ? {} : { incident };
}

const page = ({ folder }: WrittenRun) => forUser(join(folder, "report.html"));

await runTask({
  name: "report",
  about:
    "Says when a server behaved abnormally and why, as HTML, PDF and Markdown.",
  params: TASK_PARAMS.report,
  run: async ({ params, ...context }) => {
    const step = { run: report, page: "report.html" };
    const runs = await reportHosts(parseParams(params), context, step);
    return hostOutput(runs, {
      page,
      json: (run) => ({
        report: page(run),
        ...toldOf(run),
        incidents: run.scored.incidents,
        evaluation: run.evaluation,
      }),
    });
  },
});
