import type {
  BenchmarkResult,
  BudgetResult,
} from "../lib/benchmark/benchmark_result.ts";
import type { BenchmarkParams } from "../lib/benchmark/benchmark_params.ts";
import type { Quality } from "../lib/benchmark/quality.ts";
import type { TaskOutput } from "./task.ts";
import { aligned } from "./aligned.ts";
import { forUser } from "./user_path.ts";

/** A column: its head, the figure, and decimals. */
const COLUMNS: readonly (readonly [string, keyof Quality, number])[] = [
  ["VUS-PR", "vusPr", 3],
  ["AUC-PR", "aucPr", 3],
  ["recall", "eventRecall", 2],
  ["false/day", "falseAlarmsPerDay", 2],
  ["delay", "medianDelaySteps", 0],
  ["hit@100", "hitRate100", 3],
  ["hit@150", "hitRate150", 3],
  ["top-1", "top1", 2],
  ["quiet/day", "quietAlarmsPerDay", 2],
  ["inside", "insideBudget", 2],
  ["seconds", "seconds", 1],
];

const HEAD = COLUMNS.map(([head]) => head);

/**
 * Prints what the benchmark found: machines, the peers' means, the mean, and what
 * alarm budgets give.
 *
 * @param found All figures.
 * @param params What was asked for.
 * @returns A table; the last line names the file that was written, or says the
 *   mean in short.
 */
export function benchmarkOutput(
  found: BenchmarkResult,
  { out }: Pick<BenchmarkParams, "out">,
): TaskOutput {
  const { recipe, seeds, machines, mean, peers } = found;
  const count = Object.keys(machines).length;
  const rows = [
    [`${recipe}, seeds: ${seeds}`, ...HEAD],
    ...Object.entries(machines).map(([name, quality]) => row(name, quality)),
    ["", ...HEAD.map(() => "")],
    [`mean of ${count}`, ...HEAD],
    ...Object.entries(peers).map(([name, peer]) => row(name, peer.mean)),
    row(recipe, mean),
  ];
  const budgets = [
    [recipe, { atBudget: found.atBudget }] as const,
    ...Object.entries(peers),
  ].flatMap(([name, result]) =>
    "atBudget" in result ? budgetRows(name, result) : []
  );
  return {
    lines: [
      ...aligned(rows),
      "",
      ...aligned([["at a budget of", "", "recall", "false/day"], ...budgets]),
      "",
      ...insideLine(mean),
    ],
    last: out === null
      ? `${recipe}: VUS-PR ${text(mean.vusPr, 3)}, AUC-PR ${
        text(mean.aucPr, 3)
      } over ${count} ${count === 1 ? "machine" : "machines"}`
      : forUser(out),
    json: found,
  };
}

/** How the rate seen compares with the budget where nobody has labelled. */
function insideLine({ insideBudget, aboveBudget }: Quality): string[] {
  if (insideBudget === null || aboveBudget === null) return [];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return [
    `quiet/day, at a budget of 1/day where nothing is labelled: inside its 95 % ` +
    `Poisson interval in ${percent(insideBudget)}, above it in ${
      percent(aboveBudget)
    }`,
    "",
  ];
}

function row(name: string, quality: Quality): string[] {
  const figures = COLUMNS.map(([, figure, digits]) =>
    text(quality[figure], digits)
  );
  return [name, ...figures];
}

function budgetRows(
  name: string,
  { atBudget }: Pick<BudgetResult, "atBudget">,
): string[][] {
  return Object.entries(atBudget).map((
    [budget, { eventRecall, falseAlarmsPerDay }],
  ) => [budget, name, text(eventRecall, 2), text(falseAlarmsPerDay, 2)]);
}

function text(figure: number | null, digits: number): string {
  return figure === null ? "–" : figure.toFixed(digits);
}
