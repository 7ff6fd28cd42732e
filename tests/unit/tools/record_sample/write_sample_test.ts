import { readTable } from "@lib/source/read_table.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import {
  labelsCsv,
  writeSample,
} from "../../../../tools/record_sample/write_sample.ts";

const INCIDENT = {
  startMs: Date.UTC(2026, 10, 23, 4, 7, 20, 400),
  endMs: Date.UTC(2026, 10, 23, 4, 8, 50, 100),
  features: ["cpu-user", "load-1m"],
  note: "CPU saturation, on all cores",
};

Deno.test("labelsCsv() covers the incident in whole seconds", () => {
  assert.equal(
    labelsCsv([INCIDENT]),
    `start,end,features,note
2026-11-23T04:07:20Z,2026-11-23T04:08:51Z,cpu-user;load-1m,CPU saturation on all cores
`,
  );
});

Deno.test("writeSample() splits the rows and keeps the gaps", async () => {
  const folder = await Deno.makeTempDir();
  const start = Date.UTC(2026, 10, 23);
  const paths = await writeSample(folder, {
    table: {
      timesMs: [0, 5000, 10_000, 15_000].map((ms) => start + ms),
      columns: new Map<string, (number | null)[]>([
        ["cpu-user", [0.123456789, 0.25, null, 0.5]],
        ["server-up", [1, 1, 0, 1]],
      ]),
    },
    splitMs: start + 10_000,
    incidents: [INCIDENT],
  });
  assert.deepEqual(
    paths.map((path) => path.slice(folder.length + 1)),
    ["server-1.train.parquet", "server-1.test.parquet", "server-1.labels.csv"],
  );
  const train = await readTable([join(folder, "server-1.train.parquet")]);
  const test = await readTable([join(folder, "server-1.test.parquet")]);
  assert.deepEqual(
    [...train.times, ...test.times],
    [0, 5000, 10_000, 15_000].map((ms) => start + ms),
  );
  await Deno.remove(folder, { recursive: true });
});
