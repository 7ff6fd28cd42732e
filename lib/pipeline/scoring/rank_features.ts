import {
  type ContributionInput,
  contributions,
} from "../../detect/contributions.ts";
import { offsetsInForce } from "../../detect/levels/offsets_in_force.ts";
import { recentDeviations } from "../../detect/recent_deviations.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import type { LearnedDetector, ScoredTable } from "./score_table.ts";

/** What is ranked. */
export interface RankOptions {
  /** The detector that scored. */
  readonly detector: Pick<LearnedDetector, "features">;
  /** The steps that the features are blamed for. */
  readonly range: StepRange;
}

/**
 * Ranks the features of a scored table for any of its steps, as the contributions
 * of an incident there are ranked.
 *
 * @param scored The scored table.
 * @param options The detector and the steps.
 * @returns All features' names, the most to blame first.
 */
export function rankFeatures(
  { errors, errorsFromStart, changes, table }: Pick<
    ScoredTable,
    "errors" | "errorsFromStart" | "changes" | "table"
  >,
  { detector, range }: RankOptions,
): string[] {
  const { features } = detector;
  const input: ContributionInput = {
    table,
    // Errors are distances in own thresholds, so all else is in them, too.
    distance: errors,
    thresholds: table.metrics.map(() => 1),
    usual: features.map(({ usual, usualDistance, threshold }) => ({
      usual,
      usualDistance: usualDistance / threshold,
    })),
    offsetAt: offsetsInForce(changes, {
      warmup: (errorsFromStart.length - errors.length) / features.length,
      units: features.map(({ range }) => range),
    }),
  };
  const [recent = []] = recentDeviations(input, [range.start]);
  return contributions(input, range, { recent })
    .map(({ feature }) => table.metrics[feature]!.name);
}
