import assert from "node:assert/strict";
import { cellError } from "../../../../tools/notebooks/cell_problem.ts";

Deno.test("cellError() names notebook, cell, line and problem on one line", () => {
  const { message } = cellError("a.ipynb", {
    cell: 2,
    line: 3,
    problem: "Error: boom\n  at x",
  });
  assert.equal(
    message,
    "Cannot run a.ipynb: code cell 2, line 3 must run without problems: Error: boom at x",
  );
});

Deno.test("cellError() leaves out what is not known", () => {
  const { message } = cellError("a.ipynb", { problem: "no module" });
  assert.equal(
    message,
    "Cannot run a.ipynb: its code must run without problems: no module",
  );
});
