import type { Cost } from "../measure/run_measured.ts";
import type { ScaleAxis, ScalePoint } from "./axes.ts";

/** What one point took. */
export interface ScaleResult extends ScalePoint {
  /** What grows. */
  readonly axis: ScaleAxis;
  /** Reading, preparing and a fixed number of gradient steps, in a process. */
  readonly train: Cost;
  /** The task evaluate with a stored model, from the file to its outputs. */
  readonly score: Cost;
}

/**
 * Writes results as Markdown, a table an axis.
 *
 * @param results What was measured.
 * @returns Its lines.
 */
export function scaleTable(results: readonly ScaleResult[]): string[] {
  return [...Map.groupBy(results, ({ axis }) => axis)].flatMap((
    [axis, points],
  ) => [
    `| ${axis} | table, MiB | train, s | train, MiB | score, s | score, MiB |`,
    "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ...points.map((point) => {
      const cells = [
        point[axis].toLocaleString("en"),
        tableMiB(point),
        seconds(point.train),
        point.train.peakMiB ?? "–",
        seconds(point.score),
        point.score.peakMiB ?? "–",
      ];
      return `| ${cells.join(" | ")} |`;
    }),
    "",
  ]);
}

/** As it is read: eight bytes a value. */
function tableMiB({ rows, features }: ScalePoint): number {
  return Math.round(8 * rows * features / 2 ** 20);
}

function seconds(cost: Cost): string {
  return cost.seconds.toFixed(1);
}
