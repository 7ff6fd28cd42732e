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
export type TrainedHosts<T = StoredModel> =
  | { readonly kind: "one"; readonly model: T }
  | {
    readonly kind: "several";
    /** In the order of the data. */
    readonly hosts: readonly HostResult<T>[];
  };

/** What is done for each host. */
export interface TrainHostsOptions<T> {
  /** Hears of progress. */
  readonly listener: ProgressListener;
  /** Trains for one host. */
  readonly step: (params: Params) => Promise<T>;
}

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
  const step = (params: Params) => train(params, listener);
  return await forTrainingHosts(params, { listener, step });
}

/**
 * Does a step that trains for each host that the files to learn from name.
 *
 * @param params The run's parameters.
 * @param options The step, and who hears which host it is.
 * @returns What it gave for the one host, or for each.
 * @throws {InputError} For input that cannot be learned from for any host.
 */
export async function forTrainingHosts<T>(
  params: Params,
  { listener, step }: TrainHostsOptions<T>,
): Promise<TrainedHosts<T>> {
  const { host, decimal } = params;
  const hosts = host === null
    ? await listHosts(trainingSources(params), { decimal })
    : [];
  if (hosts.length <= 1) return { kind: "one", model: await step(params) };
  if (params.name !== null) {
    throw new InputError("use params", "--name is for one host", {
      hint: `the data has ${hosts.length}: name one with --host, or leave ` +
        `--name out for a model a host`,
    });
  }
  const names = distinctNames(hosts);
  const ofHost = async (host: string, i: number) =>
    await step({
      ...params,
      host,
      name: names[i] ?? null,
      given: [...params.given, "host"],
    });
  return {
    kind: "several",
    hosts: await eachHost(hosts, ofHost, { listener }),
  };
}
