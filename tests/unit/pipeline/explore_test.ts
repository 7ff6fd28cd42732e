import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { explore } from "@lib/pipeline/explore.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";

/** 5 hours of minutes: a job every 30, a constant, a gap of 20, its own name last. */
function recording(): string {
  const rows = Array.from({ length: 300 }, (_, t) => t)
    .filter((t) => t < 100 || t >= 120)
    .map((t) =>
      `${1_760_000_000 + t * 60},${t % 30 < 4 ? 9 : 1},${
        1000 - (t % 30 < 4 ? 1 : 0)
      },7`
    );
  return ["timestamp,job,mirror,fixed", ...rows].join("\n");
}

async function withFile<T>(
  text: string,
  run: (file: string) => Promise<T>,
): Promise<T> {
  const file = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(file, text);
    return await run(file);
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("explore() sums up what a model would be trained on", async () => {
  const found = await withFile(
    recording(),
    (data) => explore(parseParams({ data })),
  );
  assert.deepEqual(found.grid.metrics.map(({ name }) => name), [
    "job",
    "mirror",
    "fixed",
  ]);
  assert.deepEqual(found.table.metrics.map(({ name }) => name), [
    "job",
    "mirror",
  ]);
  assert.deepEqual(
    found.table.excluded.map(({ name, reason }) => ({ name, reason })),
    [
      { name: "fixed", reason: "constant" },
    ],
  );
  assert.equal(found.grid.gaps.length, 1);
  assert.deepEqual(
    found.stats.map(({ name, min, max }) => ({ name, min, max })),
    [
      { name: "job", min: 1, max: 9 },
      { name: "mirror", min: 999, max: 1000 },
      { name: "fixed", min: 7, max: 7 },
    ],
  );
  assert.deepEqual(
    [...found.correlations].map((r) => Math.round(r * 1e6) / 1e6),
    [1, -1, -1, 1],
  );
  for (const { name, period } of found.rhythms) {
    assert.equal(period?.ms, 30 * 60_000, name);
  }
});

Deno.test("explore() takes the training files before those to score", async () => {
  await withFile(recording(), async (train) => {
    const { grid } = await explore(parseParams({ train, data: "absent.csv" }));
    assert.deepEqual(grid.facts.files, [train]);
  });
});

Deno.test("explore() takes the sample where no file is named, wherever it runs", async () => {
  const { grid } = await explore(parseParams({}));
  assert.equal(grid.host, "server-1");
});

Deno.test("explore() refuses what is not there or does not vary", async () => {
  await assert.rejects(
    explore(parseParams({ data: "absent.csv" })),
    InputError,
  );
  await withFile(
    "timestamp,a\n0,1\n60,1\n120,1",
    (data) => assert.rejects(explore(parseParams({ data })), /must vary/),
  );
});
