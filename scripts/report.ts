/** Scores a table and writes `reports/<run>/` with HTML, PDF and numbers. */
import { incidentLines } from "@lib/pipeline/incident_lines.ts";
import { PARAM_NAMES, parseParams } from "@lib/pipeline/params.ts";
import { report } from "@lib/pipeline/report.ts";
import { join } from "node:path";
import { runTask } from "./run_task.ts";
import { forUser } from "./user_path.ts";

await runTask({
  name: "report",
  about: "Says when a server behaved abnormally and why, as HTML and PDF.",
  params: PARAM_NAMES,
  run: async ({ params, ...context }) => {
    const { folder, scored, evaluation } = await report(
      parseParams(params),
      context,
    );
    const page = forUser(join(folder, "report.html"));
    return {
      lines: incidentLines(scored.incidents, scored.table),
      last: page,
      json: { report: page, incidents: scored.incidents, evaluation },
    };
  },
});
