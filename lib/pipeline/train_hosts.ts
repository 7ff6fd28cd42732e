import { InputError } from "../errors.ts";
import { distinctNames } from "./base/distinct_names.ts";
import { eachHost, type HostResult } from "./each_host.ts";
import type { StoredModel } from "./store/model_store.ts";
import type { Params } from "./params/params.ts";
import type { ProgressListener } from "./base/progress.ts";
import { trainingSources } from "./params/sources.ts";
import { train } from "./train.ts";
import { refuseTwoSets } from "./training/training_input.ts";
import { listHosts } from "../source/list_hosts.ts";

/** What was trained: one model, or a model a host. */
export type TrainedHosts =
  | { readonly kind: "one"; readonly model: StoredModel }
  | {
    readonly kind: "several";
    /** In the order of the data. */
    readonly hosts: readonly HostResult<StoredModel>[];
  };

/**
 * The train step for each host that the files name, each model under its host's
 * name; for one host, or `--host`, just the step.
 *
 * A host whose data cannot be learned from is listed with the reason; the others
 * go on.
 *
 * @param params The run's parameters.
 * @param listener Hears of progress.
 * @returns The model, or the models.
 * @throws {InputError} For input that cannot be learned from for any host.
 */
export async function trainHosts(
  params: Params,
  listener: ProgressListener,
): Promise<TrainedHosts> {
  refuseTwoSets(params);
  const { host, decimal } = params;
  const hosts = host === null
    ? await listHosts(trainingSources(params), { decimal })
    : [];
  if (hosts.length <= 1) {
    return { kind: "one", model: await train(params, listener) };
  }
  if (params.name !== null) {
    throw new InputError("use params", "--name is for one host", {
      hint: `the data has ${hosts.length}: name one with --host, or leave ` +
        `--name out for a model a host`,
    });
  }
  const names = distinctNames(hosts);
  const trainHost = async (host: string, i: number) =>
    await train({
      ...params,
      host,
      name: names[i] ?? null,
      given: [...params.given, "host"],
    }, listener);
  return {
    kind: "several",
    hosts: await eachHost(hosts, trainHost, { listener }),
  };
}
