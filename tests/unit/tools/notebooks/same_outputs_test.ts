import assert from "node:assert/strict";
import type {
  Notebook,
  NotebookOutput,
} from "../../../../tools/notebooks/notebook.ts";
import { differingCell } from "../../../../tools/notebooks/same_outputs.ts";
import { code, sampleNotebook } from "./notebook_samples.ts";

const shown = (text: string): NotebookOutput => ({
  output_type: "execute_result",
  data: { "text/markdown": text },
  metadata: {},
  execution_count: 1,
});

function run(sources: readonly string[], texts: readonly string[]): Notebook {
  const notebook = sampleNotebook();
  const cells = sources.map((source, index) => ({
    ...code(source),
    outputs: [shown(texts[index] ?? "")],
  }));
  return { ...notebook, cells: [...notebook.cells, ...cells] };
}

const TRAINS = "const model = await train(params, listener);";

Deno.test("differingCell() wants equal bytes where no network is involved", () => {
  const before = run(["1;", "2;"], ["a", "peak 9.21"]);
  assert.equal(
    differingCell(before, run(["1;", "2;"], ["a", "peak 9.21"])),
    null,
  );
  assert.equal(differingCell(before, run(["1;", "2;"], ["a", "peak 9.22"])), 3);
  assert.equal(differingCell(before, run(["1;", "2;"], ["b", "peak 9.22"])), 2);
});

Deno.test("differingCell() takes last digits for noise where a network was trained", () => {
  const before = run([TRAINS, "2;"], ["a", "peak 9.21"]);
  assert.equal(
    differingCell(before, run([TRAINS, "2;"], ["a", "peak 9.22"])),
    null,
  );
  assert.equal(
    differingCell(before, run([TRAINS, "2;"], ["a", "peak 12.2"])),
    3,
  );
  assert.equal(
    differingCell(before, run([TRAINS, "2;"], ["b", "peak 9.21"])),
    2,
  );
});

Deno.test("differingCell() sees an output too many, one too few and another code", () => {
  const before = run(["1;"], ["a"]);
  const without = sampleNotebook("1;");
  assert.equal(differingCell(before, without), 2);
  assert.equal(differingCell(without, before), 2);
  assert.equal(differingCell(before, run(["1 + 1;"], ["a"])), 0);
});
