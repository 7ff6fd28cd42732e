import { conformTo } from "../../frame/conform.ts";
import {
  type SeedRun,
  type Stability,
  stabilityOf,
} from "../../measure/stability.ts";
import { openEngine } from "../../model/open_engine.ts";
import type { Engine } from "../../model/engine.ts";
import type { Params } from "../../pipeline/params/params.ts";
import type { ProgressListener } from "../../pipeline/base/progress.ts";
import { excludedMetrics } from "../../pipeline/scoring/excluded_metrics.ts";
import { scoreTable } from "../../pipeline/scoring/score_table.ts";
import {
  type ConfidenceContext,
  withConfidence,
} from "../../pipeline/scoring/with_confidence.ts";
import { learn, trainingWindows } from "../../pipeline/training/learn.ts";
import {
  type Lesson,
  readScoringInput,
  type ScoringInput,
} from "../../pipeline/training/scoring_input.ts";
import { trainOptions } from "../../pipeline/training/train_options.ts";
import type { StabilityParams } from "./stability_params.ts";

/** How much what is found on a server depends on the seed. */
export interface HostStability extends Stability {
  /** The server. */
  readonly host: string;
}

/**
 * The stability step: trains a network with each of several seeds on one
 * server's normal time, scores the same time with each, and compares what they
 * found. Models stay in memory.
 *
 * @param params What is learned and scored, and how many seeds.
 * @param listener Hears of progress.
 * @returns The comparison.
 * @throws {InputError} For input that cannot be used.
 */
export async function stability(
  { run, seeds }: StabilityParams,
  listener: ProgressListener,
): Promise<HostStability> {
  const { model, ...input } = await readScoringInput(run);
  if ("detector" in model) {
    throw new TypeError("Cannot train seeds: a stored model has its own");
  }
  model.notes.forEach((text) => listener({ kind: "said", text }));
  const engine = await openEngine("auto");
  const runs: (SeedRun & ConfidenceContext)[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const hear = (done: number) =>
      listener({
        kind: "at",
        stage: "stability",
        done: (seed - 1 + done) / seeds,
        detail: `seed ${seed}/${seeds}`,
      });
    hear(0);
    runs.push(
      await seedRun(input, model, { run: { ...run, seed }, engine, hear }),
    );
  }
  listener({ kind: "at", stage: "stability", done: 1, detail: "done" });
  const { labels, table: { host, intervalMs } } = input;
  const found = stabilityOf(runs, {
    ...{ labels, intervalMs },
    confidence: ({ seed, incident }, seeds) => {
      const { scored, training } = runs[seed - 1]!;
      return withConfidence(incident, { scored, training, seeds }).confidence;
    },
  });
  return { host, ...found };
}

/** Train and evaluate with one seed, in memory. */
async function seedRun(
  { table, warmup }: Pick<ScoringInput, "table" | "warmup">,
  { data }: Lesson,
  { run, engine, hear }: {
    readonly run: Params;
    readonly engine: Engine;
    readonly hear: (done: number) => void;
  },
): Promise<SeedRun & ConfidenceContext> {
  const windows = trainingWindows(data, run.window);
  const options = trainOptions(run, windows.fit.ends.length);
  const { alarmBudget } = run;
  const { bytes, fitted } = await learn(data, {
    ...{ training: { windows, options }, engine, alarmBudget },
    alarmTimes: run,
    hooks: { listener: ({ done }) => hear(done) },
  });
  const medians = fitted.features.map(({ median }) => median);
  const autoencoder = await engine.load(bytes);
  try {
    const conformed = conformTo(table, fitted.features, medians);
    const excluded = excludedMetrics(fitted.excluded, table, conformed);
    const scored = await scoreTable(
      autoencoder,
      { ...conformed, excluded },
      { detector: fitted, perDay: alarmBudget.perDay, warmup },
    );
    const { incidents, threshold } = scored;
    return {
      ...{ seed: run.seed, incidents, training: fitted.training },
      scored: { table: scored.table, threshold },
    };
  } finally {
    autoencoder.dispose();
  }
}
