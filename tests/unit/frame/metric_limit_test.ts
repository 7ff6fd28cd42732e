import assert from "node:assert/strict";
import { metricLimit } from "@lib/frame/metric_limit.ts";
import { metricByName, SCHEMA } from "@lib/frame/schema.ts";

Deno.test("metricLimit() knows what must not run out, and that free memory may", () => {
  const limited = SCHEMA.filter(({ name }) => metricLimit(name) !== null);
  assert.deepEqual(limited.map(({ name }) => name), [
    "sys-mem-swap-free",
    "sys-mem-available",
  ]);
});

Deno.test("metricLimit() knows names of node_exporter, with and without labels", () => {
  assert.equal(metricLimit("node_filesystem_avail_bytes"), 0);
  assert.equal(metricLimit("node_filesystem_avail_bytes{mountpoint=/}"), 0);
  assert.equal(metricLimit("node_filesystem_size_bytes"), null);
  assert.equal(metricLimit("my_node_filesystem_avail_bytes"), null);
  assert.equal(metricLimit("disk-used-percent"), null, "no guess");
});

Deno.test("metricLimit() believes a person first", () => {
  const stated = new Map([["sys-mem-available", null], ["queue", 500]]);
  assert.equal(metricLimit("sys-mem-available", stated), null);
  assert.equal(metricLimit("queue", stated), 500);
  assert.equal(metricLimit("sys-mem-swap-free", stated), 0);
});

Deno.test("metricByName() says nothing of limits, so that saved models stay alike", () => {
  assert.ok(!("floor" in metricByName("sys-mem-available")));
});
