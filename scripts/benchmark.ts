/** Measures detection quality on labelled machines, beside simple peers. */
import { benchmark } from "../lib/benchmark/benchmark.ts";
import { parseBenchmarkParams } from "../lib/benchmark/benchmark_params.ts";
import { benchmarkOutput } from "./benchmark_output.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";

await runTask({
  name: "benchmark",
  about:
    "Measures detection quality on labelled machines, beside simple peers.",
  params: TASK_PARAMS.benchmark,
  run: async ({ params, listener }) => {
    const asked = parseBenchmarkParams(params);
    return benchmarkOutput(await benchmark(asked, listener), asked);
  },
});
