import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot, shownPath } from "@lib/pipeline/base/paths.ts";

Deno.test("fromRoot() finds a file wherever the program was started", async () => {
  const before = Deno.cwd();
  try {
    Deno.chdir(await Deno.makeTempDir());
    assert.ok((await Deno.stat(fromRoot("deno.json"))).isFile);
  } finally {
    Deno.chdir(before);
  }
});

Deno.test("fromRoot() leaves an absolute path as it is", () => {
  assert.equal(fromRoot("/srv/metrics.csv"), "/srv/metrics.csv");
});

Deno.test("shownPath() shows what is inside from the project's folder, the rest whole", () => {
  assert.equal(shownPath(fromRoot("data/a.csv")), join("data", "a.csv"));
  assert.equal(shownPath("/srv/metrics.csv"), "/srv/metrics.csv");
  const beside = fromRoot("..") + "/beside.csv";
  assert.equal(shownPath(beside), beside);
});
