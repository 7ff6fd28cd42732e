import assert from "node:assert/strict";
import { hasTag, parseNotebook } from "../../../../tools/notebooks/notebook.ts";
import { sampleNotebook } from "./notebook_samples.ts";

Deno.test("parseNotebook() joins lists of lines", () => {
  const text = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [{
      cell_type: "code",
      metadata: {},
      source: ["const a = 1;\n", "a"],
      outputs: [
        { output_type: "stream", name: "stdout", text: ["one\n", "two\n"] },
        {
          output_type: "display_data",
          data: { "text/html": ["<b>", "</b>"] },
          metadata: {},
        },
        {
          output_type: "display_data",
          data: { "application/json": { a: [1] } },
          metadata: {},
        },
      ],
    }],
  });
  const [cell] = parseNotebook(text, "a.ipynb").cells;
  assert.equal(cell?.source, "const a = 1;\na");
  assert.equal(cell?.outputs?.[0]?.text, "one\ntwo\n");
  assert.deepEqual(cell?.outputs?.[1]?.data, { "text/html": "<b></b>" });
  assert.deepEqual(cell?.outputs?.[2]?.data, {
    "application/json": { a: [1] },
  });
});

Deno.test("parseNotebook() refuses what is no notebook by its name", () => {
  const cases = [
    "",
    "[]",
    "null",
    '{"nbformat": 3, "cells": []}',
    '{"nbformat": 4}',
  ];
  for (const text of cases) {
    assert.throws(() => parseNotebook(text, "a.ipynb"), {
      name: "InputError",
      message: /^Cannot read a\.ipynb: a notebook must/,
    });
  }
});

Deno.test("hasTag() finds a tag and nothing else", () => {
  const [text, parameters] = sampleNotebook().cells;
  assert.ok(parameters && hasTag(parameters, "parameters"));
  assert.ok(parameters && !hasTag(parameters, "param"));
  assert.ok(text && !hasTag(text, "parameters"));
});
