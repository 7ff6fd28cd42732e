import assert from "node:assert/strict";
import { runParts } from "@lib/report/page/run_parts.ts";

Deno.test("runParts() runs what comes after a part that fails, and tells of it", () => {
  const ran: string[] = [];
  const failures: unknown[] = [];
  const fail = () => {
    throw new Error("marks");
  };
  runParts([() => ran.push("tools"), fail, () => ran.push("links")], {
    onFailure: (error) => failures.push(error),
  });
  assert.deepEqual(ran, ["tools", "links"]);
  assert.deepEqual(failures, [new Error("marks")]);
});
