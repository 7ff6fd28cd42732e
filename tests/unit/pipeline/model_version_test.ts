import assert from "node:assert/strict";
import { versionOf } from "@lib/pipeline/model_version.ts";
import { parseParams } from "@lib/pipeline/params.ts";

const version = (params: Record<string, unknown>) =>
  versionOf({
    params: parseParams(params),
    provenance: { inputs: [], split: null },
    engine: "wasm",
  });

Deno.test("versionOf() is another one for other columns, hosts or times of the same files", () => {
  const all = [
    {},
    { metric: "cpu*" },
    { metric: ["cpu*", "load-1m"] },
    { host: "web-1" },
    { counter: "rx" },
    { from: "2026-01-01" },
    { window: 12 },
  ].map(version);
  assert.equal(new Set(all).size, all.length);
});

Deno.test("versionOf() is the same where nothing that shapes the model differs", () => {
  assert.equal(version({ engine: "wasm", "time-zone": "UTC" }), version({}));
  assert.equal(version({ metric: "a" }), version({ metric: ["a"] }));
});
