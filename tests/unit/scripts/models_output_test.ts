import assert from "node:assert/strict";
import type { ListedModel } from "@lib/pipeline/models/list_models.ts";
import type { VersionFacts } from "@lib/pipeline/models/version_facts.ts";
import { modelsOutput } from "../../../scripts/models_output.ts";

const version: VersionFacts = {
  version: "98fe76dc54ba",
  isCurrent: true,
  createdAt: "2026-06-01T08:11:42.123Z",
  span: { start: "2026-05-01T00:00:00Z", end: "2026-05-31T23:59:00Z" },
  learnedMs: 30 * 86_400_000,
  leftOutSteps: 60,
  robustPass: null,
  intervalMs: 60_000,
  features: ["cpu-user", "load-1m"],
  loss: 0.001234,
  threshold: { budget: "1/day", value: 1.314 },
  calibrationPerDay: 0.876,
  labels: {
    ...{ events: 8, eventsFound: 7, falseAlarmsPerDay: 0.25 },
    ...{ end: "2026-06-30T00:00:00Z", run: "reports/web-20260630T000000Z" },
  },
  engine: { name: "simd", version: "1" },
  bytes: 217_088,
  sha256: "6adb9d1163dc6f904845072210181253e4f7dd2c60b476df1419a16c7647ca88",
};
const web: ListedModel = {
  name: "web",
  current: "98fe76dc54ba",
  before: [],
  versions: [version, {
    ...version,
    ...{ version: "c2a6bb358403", isCurrent: false, labels: null, loss: null },
  }],
  damaged: [{
    version: "0a0a0a0a0a0a",
    isCurrent: false,
    problem: "manifest.json must be there",
  }],
  problem: null,
};

Deno.test("modelsOutput() lists a line a version in 80 columns", () => {
  const { lines, last } = modelsOutput([web], { name: null });
  assert.deepEqual(lines, [
    "web: 2 versions, 424 KiB",
    "  version       trained     learned from        metrics     loss  found",
    "* 98fe76dc54ba  2026-06-01  30 d to 2026-05-31        2  0.00123    7/8",
    "  c2a6bb358403  2026-06-01  30 d to 2026-05-31        2        –      –",
    "! 0a0a0a0a0a0a  damaged: manifest.json must be there",
    "",
  ]);
  assert.ok(lines.every((line) => [...line].length <= 80));
  assert.match(last, /^\* is in use/);
});

Deno.test("modelsOutput() tells all of one model", () => {
  const { lines, json } = modelsOutput([web], { name: "web" });
  assert.deepEqual(lines.slice(0, 10), [
    "web: 2 versions, 424 KiB",
    "* 98fe76dc54ba, trained 2026-06-01 08:11 UTC by simd",
    "    learned from 2026-05-01 00:00 – 2026-05-31 23:59 UTC",
    "    which is 30 d, a step every 1 min",
    "    not learned from: 60 labelled steps",
    "    2 metrics: cpu-user, load-1m",
    "    held-out loss 0.00123, threshold 1.31 for 1/day",
    "    0.88 alarms a day on its calibration part",
    "    against labels: 7 of 8 found, 0.25 false alarms a day (reports/web-20260630T000000Z)",
    "    212 KiB",
  ]);
  assert.deepEqual(json, [web]);
});

Deno.test("modelsOutput() says how to train where there is no model", () => {
  const { lines, last, json } = modelsOutput([], { name: null });
  assert.deepEqual([lines, json], [[], []]);
  assert.equal(
    last,
    "There is no model yet: deno task train --train FILE --name NAME",
  );
});
