import type { Judgement, Recipe, RecipeContext } from "./recipe.ts";
import type { Machine } from "./machine.ts";
import { conformTo } from "../frame/conform.ts";
import { learn, trainingWindows } from "../pipeline/training/learn.ts";
import { parseParams } from "../pipeline/params/params.ts";
import { trainingDataOf } from "../pipeline/training/read_training.ts";
import { alarmRule } from "../pipeline/scoring/alarm_rule.ts";
import { rankFeatures } from "../pipeline/scoring/rank_features.ts";
import { scoreTable, thresholdFor } from "../pipeline/scoring/score_table.ts";
import { trainOptions } from "../pipeline/training/train_options.ts";

/**
 * Makes a recipe of whenwhy's own detector, by the steps of `deno task train` and
 * `deno task evaluate`, with other parameters than the defaults where wanted.
 *
 * @param params Parameters of the train task, by the names of its flags.
 * @returns The recipe.
 *
 * @example Usage
 * ```ts
 * import { whenwhyRecipe } from "@lib/benchmark/default_recipe.ts";
 * import assert from "node:assert/strict";
 *
 * const wide = whenwhyRecipe({ window: 30 });
 * assert.equal(wide.learns, "network");
 * ```
 */
export function whenwhyRecipe(
  params: Readonly<Record<string, unknown>> = {},
): Recipe {
  return {
    learns: "network",
    check: ({ train }) => {
      const { window, robust } = parseParams(params);
      trainingDataOf(train, window, { robust });
    },
    judge: async (machine, context) => {
      const scored = await judged(machine, context, params);
      return judgementOf(scored, machine);
    },
  };
}

/** Train and evaluate, in memory. */
async function judged(
  { train, test }: Machine,
  { seed, engine, onProgress }: RecipeContext,
  given: Readonly<Record<string, unknown>>,
) {
  const params = parseParams({ ...given, seed });
  const { robust } = params;
  const data = trainingDataOf(train, params.window, { robust });
  const windows = trainingWindows(data, params.window);
  const { bytes, fitted } = await learn(data, {
    training: {
      windows,
      options: trainOptions(params, windows.fit.ends.length),
    },
    engine,
    alarmBudget: params.alarmBudget,
    alarmTimes: params,
    hooks: { listener: ({ done }) => onProgress(done) },
  });
  const { features } = fitted;
  const medians = features.map(({ median }) => median);
  const autoencoder = await engine.load(bytes);
  try {
    const scored = await scoreTable(
      autoencoder,
      conformTo(test, features, medians),
      { detector: fitted, perDay: params.alarmBudget.perDay },
    );
    return { scored, fitted };
  } finally {
    autoencoder.dispose();
  }
}

function judgementOf(
  { scored, fitted }: Awaited<ReturnType<typeof judged>>,
  { test }: Machine,
): Judgement {
  const { score, threshold } = scored;
  const learned = new Set(fitted.features.map(({ name }) => name));
  const unlearned = test.metrics.map(({ name }) => name)
    .filter((name) => !learned.has(name));
  return {
    score,
    threshold: 1,
    ...alarmRule(fitted),
    thresholdAt: (perDay) =>
      thresholdFor(fitted, perDay).value / threshold.value,
    rank: (
      range,
    ) => [...rankFeatures(scored, { detector: fitted, range }), ...unlearned],
  };
}
