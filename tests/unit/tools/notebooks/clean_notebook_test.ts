import assert from "node:assert/strict";
import {
  cleanNotebook,
  formatNotebook,
} from "../../../../tools/notebooks/clean_notebook.ts";
import type { NotebookOutput } from "../../../../tools/notebooks/notebook.ts";
import { parseNotebook } from "../../../../tools/notebooks/notebook.ts";
import { code, sampleNotebook } from "./notebook_samples.ts";

const cleanOutput = (output: NotebookOutput): NotebookOutput | undefined =>
  cleanNotebook({
    ...sampleNotebook(),
    cells: [{ ...code("1"), outputs: [output] }],
  }).cells[0]?.outputs?.[0];

Deno.test("cleanNotebook() takes counts, timings and editors' marks out", () => {
  const notebook = {
    ...sampleNotebook(),
    metadata: { widgets: {}, language_info: { version: "6.0.3" } },
    cells: [{
      ...code("1"),
      id: "kept",
      execution_count: 7,
      metadata: {
        tags: ["parameters"],
        execution: { "iopub.status.idle": "2026-11-22T10:00:00Z" },
        scrolled: true,
      },
    }],
  };
  const cleaned = cleanNotebook(notebook);
  assert.deepEqual(cleaned.cells[0], {
    cell_type: "code",
    id: "kept",
    metadata: { tags: ["parameters"] },
    source: "1",
    execution_count: null,
    outputs: [],
  });
  assert.doesNotMatch(JSON.stringify(cleaned.metadata), /6\.0\.3|widgets/);
});

Deno.test("cleanNotebook() keeps the form that every reader can draw", () => {
  const data = {
    "text/html": "<svg></svg>",
    "image/svg+xml": "<svg/>",
    "text/plain": "svg",
    "application/vnd.dataresource+json": { data: [1] },
  };
  const output = {
    output_type: "display_data",
    data,
    metadata: { a: 1 },
  } as const;
  assert.deepEqual(cleanOutput(output), {
    output_type: "display_data",
    data: { "image/svg+xml": "<svg/>" },
    metadata: {},
  });
  const { "image/svg+xml": _, ...table } = data;
  assert.deepEqual(cleanOutput({ ...output, data: table })?.data, {
    "text/html": "<svg></svg>",
  });
});

Deno.test("cleanNotebook() takes progress out, which is over", () => {
  const output = {
    output_type: "display_data",
    data: { "text/plain": "train 100 %" },
  } as const;
  assert.ok(cleanOutput({ ...output, metadata: {} }));
  const progress = { ...output, metadata: { whenwhy: "progress" } };
  assert.equal(cleanOutput(progress), undefined);
});

Deno.test("cleanNotebook() keeps JSON for programs and takes colours out of text", () => {
  const output = cleanOutput({
    output_type: "execute_result",
    execution_count: 4,
    data: { "text/plain": "\x1b[33m3\x1b[39m", "application/json": { a: 1 } },
    metadata: {},
  });
  assert.deepEqual(output, {
    output_type: "execute_result",
    execution_count: null,
    data: { "text/plain": "3", "application/json": { a: 1 } },
    metadata: {},
  });
});

Deno.test("cleanNotebook() leaves an error for the checks to refuse", () => {
  const error = { output_type: "error", ename: "Error" } as const;
  assert.deepEqual(cleanOutput(error), error);
});

Deno.test("cleanNotebook() twice is cleanNotebook() once, through the file too", () => {
  const notebook = sampleNotebook("console.log(1)\n\n", "[1, 2]");
  const text = formatNotebook(cleanNotebook(notebook));
  const again = formatNotebook(cleanNotebook(parseNotebook(text, "a.ipynb")));
  assert.equal(again, text);
});

Deno.test("formatNotebook() writes a line of code as a line of the file, keys sorted", () => {
  const text = formatNotebook(
    cleanNotebook(sampleNotebook("const b = 2;\nb;")),
  );
  assert.ok(text.includes('"const b = 2;\\n",\n    "b;"'));
  const keys = [...text.matchAll(/^ "(\w+)":/gm)].map(([, key]) => key);
  assert.deepEqual(keys, ["cells", "metadata", "nbformat", "nbformat_minor"]);
});
