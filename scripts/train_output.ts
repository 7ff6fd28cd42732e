import { parseAlarmBudget } from "../lib/detect/alarm_budget.ts";
import { budgetWarning } from "../lib/pipeline/scoring/budget_warning.ts";
import { thresholdFor } from "../lib/pipeline/scoring/score_table.ts";
import { join } from "node:path";
import { InputError } from "../lib/errors.ts";
import { grossText } from "../lib/report/training/gross_words.ts";
import { wideBandsText } from "../lib/report/training/wide_bands_text.ts";
import { countText } from "../lib/report/words.ts";
import type { HostResult } from "../lib/pipeline/each_host.ts";
import {
  MODEL_STORE,
  type StoredModel,
} from "../lib/pipeline/store/model_store.ts";
import type { TrainedHosts } from "../lib/pipeline/train_hosts.ts";
import { leftOutLines } from "./left_out_lines.ts";
import type { TaskOutput } from "./task.ts";
import { forUser } from "./user_path.ts";

/**
 * Prints what was trained for one host or for several.
 *
 * @param trained What was trained.
 * @returns For one host its lines and its folder, for several those of each, the
 *   folder of all models, and which of them could not be learned from; as JSON
 *   one object, or an array of one a host.
 */
export function trainOutput(trained: TrainedHosts): TaskOutput {
  if (trained.kind === "several") return ofSeveral(trained.hosts);
  const { model } = trained;
  return {
    lines: linesOf(model),
    last: folderOf(model),
    json: factsOf(model),
  };
}

function ofSeveral(hosts: readonly HostResult<StoredModel>[]): TaskOutput {
  const failed = hosts.filter(({ run }) => run === null);
  return {
    lines: hosts.flatMap(({ host, run, problem }) => [
      `${host}:`,
      ...(run ? [...linesOf(run), folderOf(run)] : [`no model: ${problem}`])
        .map((line) => `  ${line}`),
    ]),
    last: forUser(MODEL_STORE),
    json: hosts.map(({ host, run, problem }) =>
      run ? { host, ...factsOf(run) } : { host, problem }
    ),
    ...(failed.length > 0 ? { failure: failureOf(failed, hosts.length) } : {}),
  };
}

function failureOf(
  failed: readonly HostResult<StoredModel>[],
  count: number,
): string {
  return new InputError("train all hosts", "each must be one to learn from", {
    got: failed.map(({ host }) => host),
    hint: `the models of the other ${count - failed.length} are saved`,
  }).message;
}

function linesOf({ detector }: StoredModel): string[] {
  const { training, features, excluded, intervalMs } = detector;
  const { budget } = detector.threshold;
  const { perDay } = parseAlarmBudget(budget);
  const best = training.losses[training.bestEpoch - 1];
  return [
    `${features.length} metrics of ${training.start} to ${training.end}`,
    `best epoch ${training.bestEpoch} of ${training.losses.length}, held-out loss ${
      best?.stop.toPrecision(3)
    }`,
    ...(training.leftOut === undefined ? [] : [
      `not learned from: ${countText(training.leftOut.steps, "step")} of ${
        countText(training.leftOut.spans.length, "labelled span")
      }`,
    ]),
    ...(training.robustPass?.outcome === "left out"
      ? [
        `not learned from, as gross: ${
          grossText(training.robustPass, { intervalMs, steps: training.steps })
        }`,
      ]
      : []),
    ...leftOutLines(excluded),
    ...training.warnings,
    ...[
      wideBandsText(
        features.map(({ name, unit, threshold, range }) => ({
          ...{ feature: name, unit, distance: threshold * range },
        })),
        training.ranges,
      ),
      budgetWarning(thresholdFor(detector, perDay), budget) ?? "",
    ].filter((warning) => warning !== ""),
  ];
}

function factsOf({ detector }: StoredModel) {
  const { name, version, training, excluded, features } = detector;
  return {
    name,
    version,
    folder: folderOf({ detector }),
    training,
    excluded,
    features: features.map((feature) => feature.name),
  };
}

function folderOf({ detector }: Pick<StoredModel, "detector">): string {
  const { name, version } = detector;
  return forUser(join(MODEL_STORE, name, "versions", version));
}
