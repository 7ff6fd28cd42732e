import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import {
  SAMPLE,
  scoringSources,
  trainingSources,
} from "@lib/pipeline/params/sources.ts";

const CASES = [
  [{}, ["files", [SAMPLE.train], [SAMPLE.data], SAMPLE.labels]],
  [{ data: "/a" }, ["split", ["/a"], ["/a"], null]],
  [{ data: "/a", train: "/b" }, ["files", ["/b"], ["/a"], null]],
  [{ data: "/a", model: "m" }, ["stored", [], ["/a"], null]],
  [{ model: "m" }, ["stored", [], [SAMPLE.data], SAMPLE.labels]],
  [{ data: "/a", labels: "/l" }, ["split", ["/a"], ["/a"], "/l"]],
] as const;

Deno.test("scoringSources() decides what is learned from and what is scored", () => {
  for (const [params, [learnFrom, train, data, labels]] of CASES) {
    assert.deepEqual(
      scoringSources(parseParams(params)),
      { learnFrom, train, data, labels },
      JSON.stringify(params),
    );
  }
});

Deno.test("scoringSources() refuses training data with nothing to score", () => {
  assert.throws(() => scoringSources(parseParams({ train: "/a" })), InputError);
});

Deno.test("trainingSources() takes --train, else --data, else the sample", () => {
  const files = (params: unknown) => trainingSources(parseParams(params));
  assert.deepEqual(files({ train: "/a", data: "/b" }), ["/a"]);
  assert.deepEqual(files({ data: "/b" }), ["/b"]);
  assert.deepEqual(files({}), [SAMPLE.train]);
});

Deno.test("scoringSources() finds files from the project's folder, as notebooks name them", () => {
  const { data } = scoringSources(parseParams({ data: "data/x.csv" }));
  assert.match(data[0]!, /^\/.*\/data\/x\.csv$/);
});
