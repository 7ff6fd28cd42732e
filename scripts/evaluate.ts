/** Scores a table and writes `reports/<run>/` with the numbers, no pages. */
import { incidentLines } from "@lib/pipeline/incident_lines.ts";
import { PARAM_NAMES, parseParams } from "@lib/pipeline/params.ts";
import { writeEvaluation } from "@lib/pipeline/report.ts";
import { join } from "node:path";
import { runTask } from "./run_task.ts";
import { forUser } from "./user_path.ts";

await runTask({
  name: "evaluate",
  about:
    "Scores a table and measures the incidents, against labels where there are some.",
  params: PARAM_NAMES,
  run: async ({ params, ...context }) => {
    const { folder, scored, evaluation } = await writeEvaluation(
      parseParams(params),
      context,
    );
    const file = forUser(join(folder, "evaluation.json"));
    return {
      lines: incidentLines(scored.incidents, scored.table),
      last: file,
      json: { ...evaluation, incidents: scored.incidents },
    };
  },
});
