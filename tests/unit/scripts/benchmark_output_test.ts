import assert from "node:assert/strict";
import type { BenchmarkResult } from "@lib/benchmark/benchmark_result.ts";
import { benchmarkOutput } from "../../../scripts/benchmark_output.ts";

const quality = (vusPr: number | null) => ({
  vusPr,
  aucPr: 0.25,
  eventRecall: 1,
  falseAlarmsPerDay: 12.3456,
  medianDelaySteps: 2,
  hitRate100: null,
  hitRate150: null,
  top1: null,
  ...{ quietAlarmsPerDay: 0.8, insideBudget: 0.5, aboveBudget: 0.25 },
  seconds: 9.87,
});
const budget = { eventRecall: 0.5, falseAlarmsPerDay: 0.1 };
const atBudget = { "1/week": budget, "1/day": budget, "2/day": budget };
const found: BenchmarkResult = {
  recipe: "default",
  seeds: 2,
  machines: { "m-1": quality(0.5), "machine-10": quality(null) },
  mean: quality(0.5),
  atBudget,
  peers: { random: { machines: {}, mean: quality(0.0615) } },
};

Deno.test("benchmarkOutput() sets figures in columns, the recipe's mean last, a dash for none", () => {
  const { lines } = benchmarkOutput(found, { out: null });
  assert.deepEqual(lines, [
    "default, seeds: 2  VUS-PR  AUC-PR  recall  false/day  delay  hit@100  hit@150  top-1  quiet/day  inside  seconds",
    "m-1                 0.500   0.250    1.00      12.35      2        –        –      –       0.80    0.50      9.9",
    "machine-10              –   0.250    1.00      12.35      2        –        –      –       0.80    0.50      9.9",
    "",
    "mean of 2          VUS-PR  AUC-PR  recall  false/day  delay  hit@100  hit@150  top-1  quiet/day  inside  seconds",
    "random              0.061   0.250    1.00      12.35      2        –        –      –       0.80    0.50      9.9",
    "default             0.500   0.250    1.00      12.35      2        –        –      –       0.80    0.50      9.9",
    "",
    "at a budget of           recall  false/day",
    "1/week          default    0.50       0.10",
    "1/day           default    0.50       0.10",
    "2/day           default    0.50       0.10",
    "",
    "quiet/day, at a budget of 1/day where nothing is labelled: inside its 95 % Poisson interval in 50 %, above it in 25 %",
    "",
  ]);
});

Deno.test("benchmarkOutput() ends with the file, or with the mean in short", () => {
  const { last } = benchmarkOutput(found, { out: null });
  assert.equal(last, "default: VUS-PR 0.500, AUC-PR 0.250 over 2 machines");
  assert.match(benchmarkOutput(found, { out: "/x/f.json" }).last, /f\.json$/);
});

Deno.test("benchmarkOutput() shows the budgets of a second recipe", () => {
  const peers = {
    other: { machines: {}, mean: quality(0.4), atBudget },
    ...found.peers,
  };
  const { lines } = benchmarkOutput({ ...found, peers }, { out: null });
  assert.equal(lines.filter((line) => /^1\/day +other /.test(line)).length, 1);
});
