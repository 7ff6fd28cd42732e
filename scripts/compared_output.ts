import { join } from "node:path";
import { InputError } from "../lib/errors.ts";
import { listText } from "../lib/report/words.ts";
import type { ComparedTraining } from "../lib/pipeline/compare/train_compared.ts";
import { MODEL_STORE } from "../lib/pipeline/store/model_store.ts";
import type { TrainedHosts } from "../lib/pipeline/train_hosts.ts";
import { comparisonLines } from "./comparison_lines.ts";
import type { TaskOutput } from "./task.ts";
import { forUser } from "./user_path.ts";

/**
 * Prints how new versions compare with those in use, for one host or for several.
 *
 * @param trained What was trained and compared.
 * @returns A table a host; where a version in use was not replaced, that is the
 *   failure, so that the exit code tells.
 */
export function comparedOutput(
  trained: TrainedHosts<ComparedTraining>,
): TaskOutput {
  const all = trained.kind === "one"
    ? [trained.model]
    : trained.hosts.flatMap(({ run }) => run ?? []);
  const failed = trained.kind === "one"
    ? []
    : trained.hosts.filter(({ run }) => run === null);
  const kept = all.filter(({ isInUse }) => !isInUse);
  const problems = failed.map(({ host, problem }) => `${host}: ${problem}`);
  const failure = kept.length > 0
    ? failureOf(kept)
    : failed.length > 0
    ? new InputError("train all hosts", "each must be one to learn from", {
      got: failed.map(({ host }) => host),
    }).message
    : undefined;
  const json = all.map(factsOf);
  return {
    lines: [...all.flatMap(linesOf), ...problems],
    last: trained.kind === "one" ? folderOf(all) : forUser(MODEL_STORE),
    json: trained.kind === "one" ? json[0] : json,
    ...(failure === undefined ? {} : { failure }),
  };
}

function linesOf({ comparison, isInUse }: ComparedTraining): string[] {
  if (comparison === null) return [];
  const { name, current, candidate, worse } = comparison;
  const verdict = isInUse
    ? `${name}@${candidate.version} is in use now, before it was ${current.version}${
      worse.length > 0 ? `, though it ${listText(worse)}` : ""
    }`
    : `${name}@${current.version} stays in use: the new version ${
      listText(worse)
    }`;
  return [...comparisonLines(comparison), "", verdict, ""];
}

function failureOf(kept: readonly ComparedTraining[]): string {
  const ids = kept.map(({ model: { detector } }) =>
    `${detector.name}@${detector.version}`
  );
  return new InputError(
    `take ${listText(ids)} into use`,
    "a new version must be at least as good as the one in use",
    {
      hint: ids.length === 1
        ? `it is kept beside it: deno task train --use ${ids[0]} takes it`
        : "they are kept beside those: deno task train --use NAME@VERSION takes one",
    },
  ).message;
}

function folderOf([only]: readonly ComparedTraining[]): string {
  const { name = "", version = "" } = only?.model.detector ?? {};
  return forUser(join(MODEL_STORE, name, "versions", version));
}

function factsOf({ model, comparison, isInUse }: ComparedTraining) {
  const { name, version, training } = model.detector;
  return { name, version, isInUse, training, comparison };
}
