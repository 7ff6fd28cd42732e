/**
 * Starts a task with no more rights than it needs, and has none of them itself:
 * it looks at the command line and starts programs.
 *
 * A task on files runs without network, and reads and writes what its command
 * line names. Where a source is `prometheus:`, one process with that host alone
 * records it to a file; then the task runs on the file, without network.
 */
import { plainText } from "../lib/frame/plain_text.ts";
import { InputError } from "../lib/errors.ts";
import { isModelName } from "../lib/pipeline/base/model_name.ts";
import { askedOf } from "./launch/asked.ts";
import { recordingOf, toFlags } from "./launch/recording.ts";
import {
  benchmarkRights,
  fileRights,
  modelsRights,
  recordRights,
  stabilityRights,
} from "./launch/rights.ts";
import { verifyRights } from "./launch/verify_rights.ts";
import { start } from "./launch/start.ts";
import { TASK_PARAMS, type TaskName } from "./task_params.ts";
import { forUser } from "./user_path.ts";

const [first, ...args] = Deno.args;
try {
  Deno.exit(await launch(taskName(first)));
} catch (error) {
  const known = error instanceof InputError;
  // deno-lint-ignore no-console
  console.error(known ? plainText(error.message) : error);
  Deno.exit(known ? 1 : 2);
}

async function launch(name: TaskName): Promise<number> {
  const { help, params, switches } = await askedOf(name, args);
  if (name === "record") {
    return await start(name, { rights: recordRights(params), args });
  }
  if (name === "benchmark") {
    return await start(name, { rights: benchmarkRights(params), args });
  }
  if (name === "stability") {
    return await start(name, { rights: stabilityRights(params), args });
  }
  if (name === "verify") {
    return await start(name, { rights: await verifyRights(params), args });
  }
  if (name === "models") {
    return await start(name, { rights: modelsRights(params), args });
  }
  const recording = help ? undefined : recordingOf(params);
  if (!recording) {
    return await start(name, {
      ...{ rights: fileRights(name, params), args },
      model: modelIn(params),
    });
  }
  const { record, task, out } = recording;
  const code = await start("record", {
    rights: recordRights(record),
    args: [...toFlags(record), ...switches],
    stdout: "null",
  });
  if (code !== 0) return code;
  const role = task.data === out ? "data" : "train";
  return await start(name, {
    rights: fileRights(name, task),
    args: [...toFlags({ ...task, [role]: forUser(out) }), ...switches],
    model: modelIn(params),
  });
}

/** The name of what would be trained; else it follows from the data. */
function modelIn({ name }: Readonly<Record<string, unknown>>) {
  return typeof name === "string" && isModelName(name) ? name : undefined;
}

function taskName(text = ""): TaskName {
  if (Object.hasOwn(TASK_PARAMS, text)) return text as TaskName;
  throw new TypeError(`Cannot start ${JSON.stringify(text)}: it is no task`);
}
