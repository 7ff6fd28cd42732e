import assert from "node:assert/strict";
import { readSeries } from "../../../../tools/record_sample/read_series.ts";

const START = Date.UTC(2026, 10, 23, 4) / 1000;

/** Values of some queries at 0, 5, 10, 15 s, as Prometheus would give them. */
const SERIES: readonly (readonly [RegExp, readonly (string | null)[]])[] = [
  [/^up\{instance="server-1"\}$/, ["1", "1", "0", "1"]],
  [/^node_load1\{/, ["0.5", "0.6", "0.6", "0.7"]],
  [/^rate\(node_forks_total\{.*\}\[20s\]\)$/, ["3", "NaN", "1", null]],
  [/^sum\(rate\(node_disk_read_bytes_total\{.*device=~.*\[20s\]/, [
    "0",
    "1e6",
    "0",
    "0",
  ]],
];

Deno.test("readSeries() reads the schema onto the grid", async () => {
  const { timesMs, columns } = await readServed();
  assert.deepEqual(timesMs, [0, 5, 10, 15].map((s) => (START + s) * 1000));
  assert.deepEqual([...columns.keys()].sort(), [
    "disk-bytes-read",
    "load-1m",
    "server-up",
    "sys-fork-rate",
  ]);
  assert.deepEqual(columns.get("disk-bytes-read"), [0, 1e6, null, 0]);
});

Deno.test("readSeries() carries no value into an outage", async () => {
  const { columns } = await readServed();
  assert.deepEqual(columns.get("server-up"), [1, 1, 0, 1]);
  assert.deepEqual(columns.get("load-1m"), [0.5, 0.6, null, 0.7]);
});

Deno.test("readSeries() takes what is absent or no number as null", async () => {
  const { columns } = await readServed();
  assert.deepEqual(columns.get("sys-fork-rate"), [3, null, null, null]);
});

Deno.test("readSeries() says which query Prometheus refuses", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => Response.json({ status: "error", error: "parse error" }),
  );
  await assert.rejects(
    readSeries(`http://127.0.0.1:${server.addr.port}`, {
      startMs: START * 1000,
      endMs: (START + 20) * 1000,
    }),
    /^Error: Cannot read node_load1.*got parse error$/,
  );
});

async function readServed() {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const form = new URLSearchParams(await request.text());
      const query = form.get("query") ?? "";
      const values = SERIES.find(([pattern]) => pattern.test(query))?.[1];
      return Response.json({
        status: "success",
        data: {
          result: values === undefined ? [] : [{ values: points(values) }],
        },
      });
    },
  );
  return await readSeries(`http://127.0.0.1:${server.addr.port}`, {
    // rows are on whole steps inside the span
    startMs: START * 1000 - 1200,
    endMs: START * 1000 + 18_800,
  });
}

function points(values: readonly (string | null)[]) {
  return values
    .map((value, i) => [START + i * 5, value] as const)
    .filter(([, value]) => value !== null);
}
