import assert from "node:assert/strict";
import { joinCells } from "../../../../tools/notebooks/joined_cells.ts";
import { sampleNotebook } from "./notebook_samples.ts";

Deno.test("joinCells() says for each line where it comes from", () => {
  const { text, origins } = joinCells(
    sampleNotebook("const b = 2;\nconst c = 3;", "[a]"),
  );
  const lines = text.split("\n");
  const from = (line: string) => origins[lines.indexOf(line)];
  assert.deepEqual(from("const a = 1;"), { cell: 1, line: 1 });
  assert.deepEqual(from("const c = 3;"), { cell: 2, line: 2 });
  assert.deepEqual(from("[a]"), { cell: 3, line: 1 });
  assert.equal(from("export {};"), undefined);
});

Deno.test("joinCells() keeps a cell that begins with a bracket apart from the one before", () => {
  const { text } = joinCells(sampleNotebook("a", "[1].length"));
  assert.match(text, /\na\n;\n\[1\]\.length\n;\n$/);
});
