/**
 * Starts a task with no more rights than it needs, and has none of them itself:
 * it looks at the command line and starts programs.
 *
 * A task on files runs without network. Where a source is `prometheus:`, one
 * process with that host alone records it to a file; then the task runs on the
 * file, without network.
 */
import { InputError } from "@lib/errors.ts";
import { PARAM_NAMES } from "@lib/pipeline/params.ts";
import { readParamsFile } from "@lib/pipeline/params_file.ts";
import { RECORD_PARAM_NAMES } from "@lib/pipeline/record_params.ts";
import { parseFlags, placePaths } from "./flags.ts";
import { recordingOf, toFlags } from "./launch/recording.ts";
import { offlineRights, recordRights } from "./launch/rights.ts";
import { start } from "./launch/start.ts";
import { forUser } from "./user_path.ts";

const [name = "", ...args] = Deno.args;
try {
  Deno.exit(name === "record" ? await record() : await onFiles());
} catch (error) {
  const known = error instanceof InputError;
  // deno-lint-ignore no-console
  console.error(known ? error.message : error);
  Deno.exit(known ? 1 : 2);
}

async function record(): Promise<number> {
  const { help, params } = await typed(RECORD_PARAM_NAMES);
  const [source] = [params.data].flat();
  const rights = !help && typeof source === "string" &&
      typeof params.out === "string"
    ? recordRights(source, params.out)
    // It says itself what is missing.
    : offlineRights();
  return await start("record", { rights, args });
}

async function onFiles(): Promise<number> {
  const rights = offlineRights();
  // Flags are checked by the task itself, save where a part of them is not for it.
  if (!args.some((arg) => /prometheus:|--params/.test(arg))) {
    return await start(name, { rights, args });
  }
  const { help, params, switches } = await typed(PARAM_NAMES);
  const recording = help ? undefined : recordingOf(params);
  if (!recording) return await start(name, { rights, args });
  const { source, out } = recording;
  const code = await start("record", {
    rights: recordRights(source, out),
    args: [...toFlags(recording.record), ...switches],
    stdout: "null",
  });
  if (code !== 0) return code;
  const role = recording.task.data === out ? "data" : "train";
  const task = { ...recording.task, [role]: forUser(out) };
  return await start(name, { rights, args: [...toFlags(task), ...switches] });
}

async function typed(names: typeof PARAM_NAMES) {
  const about = "";
  const run = () => Promise.reject();
  const flags = parseFlags({ name, about, params: names, run }, args);
  const { params: file, ...given } = flags.params;
  const fromFile = typeof file === "string" ? await readParamsFile(file) : {};
  const switches = args.filter((arg) => arg === "--quiet" || arg === "--json");
  return {
    help: flags.help,
    params: { ...placePaths(fromFile), ...given },
    switches,
  };
}
