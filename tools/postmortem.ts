/**
 * Writes one incident's notebook as a page.
 *
 * @module
 */
import { join } from "node:path";
import { evaluateInput } from "../lib/pipeline/evaluate.ts";
import { parseParams } from "../lib/pipeline/params/params.ts";
import { fromRoot } from "../lib/pipeline/base/paths.ts";
import { pickIncident } from "../lib/pipeline/pick_incident.ts";
import { reportViewOf } from "../lib/pipeline/report_view_of.ts";
import { readScoringInput } from "../lib/pipeline/training/scoring_input.ts";
import { requireWritable } from "../lib/pipeline/files/write_folder.ts";
import { runTask } from "../scripts/run_task.ts";
import type { TaskInput, TaskOutput } from "../scripts/task.ts";
import { POSTMORTEM_PARAMS } from "../scripts/task_params.ts";
import { forUser } from "../scripts/user_path.ts";
import { makeFolder } from "./notebooks/make_folder.ts";
import { postmortemName } from "./notebooks/postmortem_name.ts";
import { pythonEnvironment } from "./notebooks/python_environment.ts";
import { replacingLine } from "./notebooks/replacing_line.ts";
import { writePostmortem } from "./notebooks/write_postmortem.ts";

await runTask({
  name: "postmortem",
  about: "Tells of one incident, as a page for its postmortem.",
  params: POSTMORTEM_PARAMS,
  run,
});

async function run(
  { params: given, listener, command }: TaskInput,
): Promise<TaskOutput> {
  const params = parseParams(given);
  const folder = fromRoot(params.out ?? "reports/postmortems");
  await makeFolder(folder);
  // In it, not beside it: what a folder is mounted in may be read-only.
  await requireWritable(join(folder, "postmortem"));
  // Nobody waits for Jupyter to hear then that a file is not there, nor trains
  // for an hour to hear then that Python is not.
  const input = await readScoringInput(params);
  const python = await pythonEnvironment(fromRoot("."), {
    purpose: "run",
    announce: (text) => listener({ kind: "said", text }),
  });
  // Before the notebook, which is silent: this shows progress, says in one line
  // what is wrong, and leaves the model behind for it.
  const evaluated = await evaluateInput(input, params, { command, listener });
  const { incidents } = reportViewOf(evaluated);
  const { incident } = pickIncident(incidents, params.incident);
  listener({ kind: "said", text: `Telling of ${incident.id}` });
  const page = join(folder, `${postmortemName(incident.id)}.html`);
  const replacing = await replacingLine([page], forUser);
  if (replacing !== undefined) listener({ kind: "said", text: replacing });
  const { html, notebook } = await writePostmortem(folder, {
    id: incident.id,
    params: given,
    python,
  });
  const others = incidents.map((one) => one.incident.id)
    .filter((id) => id !== incident.id);
  return {
    lines: params.incident === null && others.length > 0
      ? [
        `${incident.id} has the highest peak; --incident takes another: ` +
        others.join(", "),
      ]
      : [],
    last: forUser(html),
    json: {
      incident: incident.id,
      html: forUser(html),
      notebook: forUser(notebook),
    },
  };
}
