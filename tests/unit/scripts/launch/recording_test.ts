import assert from "node:assert/strict";
import { recordingOf, toFlags } from "../../../../scripts/launch/recording.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";

const DATA = "prometheus:http://127.0.0.1:9090";
const ASKED = { instance: "web-1", from: "2026-11-01", to: "2026-11-02" };

Deno.test("recordingOf() leaves tasks on files alone", () => {
  assert.equal(recordingOf({ data: ["a.csv"], seed: "3" }), undefined);
});

Deno.test("recordingOf() parts what is asked of Prometheus from the rest", () => {
  const params = { ...ASKED, data: [DATA], step: "60s", seed: "3" };
  const recording = recordingOf(params);
  assert.ok(recording);
  const { record, task, out } = recording;
  assert.deepEqual(record, { ...ASKED, data: DATA, step: "60s", out });
  assert.ok(out.startsWith(fromRoot("data/raw/127.0.0.1-9090_web-1_")));
  const { instance: _, ...span } = ASKED;
  assert.deepEqual(task, { ...span, data: out, seed: "3" });
  // The file would tell the task again what is asked of Prometheus.
  assert.deepEqual(
    recordingOf({ ...params, params: "/p.json" })?.task,
    task,
  );
  assert.equal(recordingOf(params)?.out, out);
  assert.notEqual(recordingOf({ ...params, step: "30s" })?.out, out);
});

Deno.test("recordingOf() refuses what one time span cannot say", () => {
  const refused = [
    { data: [DATA, "a.csv"] },
    { data: [DATA], train: [DATA] },
    { data: ["a.csv"], train: [DATA] },
  ];
  for (const params of refused) {
    assert.throws(
      () => recordingOf({ ...ASKED, ...params }),
      /deno task record/,
    );
  }
});

Deno.test("toFlags() writes lists and switches as they are typed", () => {
  assert.deepEqual(
    toFlags({ data: ["a", "b"], "decimal-comma": true, seed: 3, name: null }),
    ["--data=a", "--data=b", "--decimal-comma", "--seed=3"],
  );
});
