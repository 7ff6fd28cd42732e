import assert from "node:assert/strict";
import type { Counterfactual, Incident } from "@lib/detect/incident.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { Autoencoder } from "@lib/model/engine.ts";
import {
  type LearnedDetector,
  scoreTable,
} from "@lib/pipeline/scoring/score_table.ts";
import { withCounterfactuals } from "@lib/pipeline/scoring/with_counterfactuals.ts";
import { toyServer } from "./toy_server.ts";

/** Alarms a day: so few that what is normal by itself does not come near one. */
export const TOY_BUDGET = 1e-3;

/** By what a toy server is scored. */
export interface ToyScorer {
  /** The network. */
  readonly autoencoder: Autoencoder;
  /** Its detector. */
  readonly detector: LearnedDetector;
  /** Steps that only lead up. @default {0} */
  readonly warmup?: number;
  /** Which incidents are looked into. @default {all} */
  readonly isWanted?: () => boolean;
}

/**
 * Makes a toy server of 600 steps of which some metrics go wrong at step 200.
 *
 * @param metrics Their places.
 * @param length For how many steps. @default {30}
 * @returns The table.
 */
export function brokenServer(
  metrics: readonly number[],
  length = 30,
): MetricTable {
  const broken = [{ metrics, start: 200, end: 200 + length }];
  return toyServer(600, { seed: 9, broken });
}

/**
 * Finds the incidents of a table, with counterfactuals, and is sure that none was
 * too much.
 *
 * @param table The table.
 * @param scorer By what.
 * @returns The incidents.
 */
export async function explained(
  table: MetricTable,
  { autoencoder, detector, warmup = 0, isWanted = () => true }: ToyScorer,
): Promise<readonly Incident[]> {
  const found = await scoreTable(autoencoder, table, {
    ...{ detector, perDay: TOY_BUDGET, warmup },
  });
  const { incidents, warnings } = await withCounterfactuals(
    autoencoder,
    found.incidents,
    {
      ...{ table, detector, isWanted },
      threshold: found.threshold.value,
      ...{ errors: found.errorsFromStart, changes: found.changes },
    },
  );
  assert.deepEqual(warnings, []);
  return incidents;
}

/**
 * The same of a table with one incident.
 *
 * @param table The table.
 * @param scorer By what.
 * @returns The incident, and what is told of it.
 */
export async function explainedOnly(
  table: MetricTable,
  scorer: ToyScorer,
): Promise<Incident & { readonly told: Counterfactual }> {
  const incidents = await explained(table, scorer);
  assert.equal(incidents.length, 1);
  return { ...incidents[0]!, told: incidents[0]!.counterfactual! };
}

/**
 * Gives the step of a time.
 *
 * @param table The table.
 * @param time ISO 8601.
 * @returns The step.
 */
export function stepOf(table: MetricTable, time: string): number {
  return (Date.parse(time) - table.startMs) / table.intervalMs;
}
