import { basename, join } from "node:path";
import { InputError } from "../errors.ts";
import { distinctNames } from "./base/distinct_names.ts";
import { eachHost, type HostResult } from "./each_host.ts";
import type { StepContext } from "./evaluate.ts";
import { refuseForeignIndex, writeIndex } from "./hosts_folder.ts";
import { incidentHostIn } from "./incident_id.ts";
import { modelNameOf } from "./base/model_name.ts";
import { nearest } from "./base/nearest.ts";
import type { Params } from "./params/params.ts";
import { fromRoot } from "./base/paths.ts";
import type { WrittenRun } from "./report.ts";
import { type ScannedRuns, scanRuns } from "./earlier/scan_runs.ts";
import { shellWord } from "./base/shell_word.ts";
import { labelsNameHosts } from "../source/read_labels.ts";
import { emptyEntry, indexEntry } from "../report/hosts/index_entry.ts";
import { hostName } from "../source/parts/host_name.ts";
import { listHosts } from "../source/list_hosts.ts";
import { requireLimitedIn } from "./warning/require_limited.ts";

/** Hosts that a message names. */
const MOST_NAMED = 20;

/** What a step wrote: one run, or a run a host with an index. */
export type HostRuns =
  | { readonly kind: "one"; readonly run: WrittenRun }
  | {
    readonly kind: "several";
    /** The index page. */
    readonly index: string;
    /** In the order of the data. */
    readonly hosts: readonly HostResult<WrittenRun>[];
  };

/** What is done for each host. */
export interface HostStep {
  /** Writes a run, such as the report step. */
  readonly run: (params: Params, context: StepContext) => Promise<WrittenRun>;
  /** The file in a run's folder that the index leads to. */
  readonly page: string;
}

/**
 * Runs a step for each host that the data names, each in a folder of its own,
 * and writes an index page; for one host, `--host`, or one incident, whose id names
 * its host, just the step.
 *
 * A host whose data cannot be used is listed with the reason; the others go on.
 *
 * @param params The run's parameters.
 * @param context The command for the record, and who hears of progress.
 * @param step The step.
 * @returns The run, or the runs and where the index is.
 * @throws {InputError} For input that cannot be used for any host.
 */
export async function reportHosts(
  params: Params,
  context: StepContext,
  step: HostStep,
): Promise<HostRuns> {
  const { data, host, decimal, incident } = params;
  // Before all hosts are looked for, and once for all of them.
  if (data !== null) await requireLimitedIn(data, params.limits);
  const names = data === null || host !== null
    ? []
    : await listHosts(data, { decimal });
  if (names.length <= 1) {
    return { kind: "one", run: await step.run(params, context) };
  }
  if (incident !== null) {
    const one = hostOfIncident(incident, names);
    const given = [...params.given, "host"];
    const run = await step.run({ ...params, host: one, given }, context);
    return { kind: "one", run };
  }
  await refuseOfOneHost(params, names);
  const file = hostName((data ?? []).map((file) => ({ file, host: null })));
  const root = params.out ??
    fromRoot(join("reports", `${modelNameOf(file)}-hosts`));
  await refuseForeignIndex(root);
  const folders = distinctNames(names);
  let scanned: Promise<ScannedRuns> | undefined;
  const earlierRuns = () => scanned ??= scanRuns(params.earlier);
  const runHost = async (name: string, i: number) =>
    await step.run({
      ...params,
      host: name,
      out: join(root, folders[i] ?? ""),
      given: [...params.given, "host"],
    }, {
      ...{ ...context, earlierRuns },
      command: `${context.command} --host ${shellWord(name)}`,
    });
  const hosts = await eachHost(names, runHost, context);
  const index = await writeIndex(
    root,
    hosts.map(({ host, run, problem }) =>
      run === null
        ? emptyEntry(host, problem ?? "")
        : indexEntry({ host, link: `${basename(run.folder)}/${step.page}` }, {
          ...run.scored,
          intervalMs: run.scored.table.intervalMs,
          evaluation: run.evaluation,
        })
    ),
  );
  return { kind: "several", index, hosts };
}

/** The host that an incident's id begins with. */
function hostOfIncident(id: string, hosts: readonly string[]): string {
  const named = incidentHostIn(id);
  const found = hosts.find((host) => host === named);
  if (found !== undefined) return found;
  const more = hosts.length > MOST_NAMED ? ", …" : "";
  throw new InputError(
    "tell of an incident",
    "its id must be of a host of the data, <host>-<time> as in incidents.json",
    {
      got: id,
      hint: nearest(named ?? id, hosts) ??
        `there are ${hosts.slice(0, MOST_NAMED).join(", ")}${more}`,
    },
  );
}

async function refuseOfOneHost(
  { name, labels, model }: Params,
  hosts: string[],
) {
  const hint = `the data has ${hosts.length}: name one with --host`;
  if (name !== null && model === null) {
    throw new InputError("use params", "--name is for one host", { hint });
  }
  if (labels === null || await labelsNameHosts(fromRoot(labels))) return;
  throw new InputError("use params", "--labels is for one host", {
    hint: `${hint}, or in a column host of the labels`,
  });
}
