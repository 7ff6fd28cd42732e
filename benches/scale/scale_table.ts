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
    `| ${axis} | table, MiB | train, s | CPU, s | MiB | score, s | CPU, s | MiB |`,
    `| ${Array(8).fill("---:").join(" | ")} |`,
    ...points.map((point) => {
      const cells = [
        point[axis].toLocaleString("en"),
        tableMiB(point),
        ...costCells(point.train),
        ...costCells(point.score),
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

function costCells({ seconds, cpuSeconds, peakMiB }: Cost) {
  return [seconds.toFixed(1), cpuSeconds.toFixed(1), peakMiB ?? "–"];
}
