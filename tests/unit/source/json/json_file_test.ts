import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readTable, type ReadTableOptions } from "@lib/source/read_table.ts";

/** Writes a file into a folder of its own and reads it. */
async function read(
  name: string,
  content: string | Uint8Array,
  options: ReadTableOptions = {},
) {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, name);
    await Deno.writeFile(
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
    const table = await readTable([path], options);
    const columns = Object.fromEntries(
      table.columns.map(({ name, values }) => [name, [...values]]),
    );
    return { ...table, columns };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const T = 1_795_405_980;

/** As Prometheus 2.42 answers. */
const ANSWER = {
  status: "success",
  data: {
    resultType: "matrix",
    result: [
      {
        metric: { __name__: "node_load1", instance: "web-1", job: "node" },
        values: [[T, "1.5"], [T + 60, "NaN"], [T + 180, "2"]],
      },
      {
        metric: { __name__: "queue", instance: "web-1", kind: "mail" },
        values: [[T + 60, "+Inf"], [T + 120, "-Inf"], [T + 180, "3"]],
      },
      {
        metric: { __name__: "queue", instance: "web-1", kind: "jobs" },
        values: [[T, "1e3"]],
      },
    ],
  },
};

Deno.test("readTable() reads an answer of query_range with its labels as names", async () => {
  const table = await read("a.json", JSON.stringify(ANSWER, null, 2));
  assert.equal(table.host, "web-1");
  assert.deepEqual(
    [...table.times],
    [T, T + 60, T + 120, T + 180].map((seconds) => seconds * 1000),
  );
  assert.deepEqual(table.columns, {
    "load-1m": [1.5, NaN, NaN, 2],
    "queue{kind=mail}": [NaN, NaN, NaN, 3],
    "queue{kind=jobs}": [1000, NaN, NaN, NaN],
  });
  assert.equal(table.facts.infinite, 2);
  assert.equal(table.facts.clock, "epoch");
});

Deno.test("readTable() calls a query's series without a name after its file", async () => {
  const result = [{ metric: {}, values: [[T, "1"], [T + 60, "2"]] }];
  const text = JSON.stringify(result);
  const plain = await read("cpu-user.json", text);
  assert.deepEqual(plain.columns, { "cpu-user": [1, 2] });
  const packed = await read("cpu-user.json.gz", gzipSync(text));
  assert.deepEqual(packed.columns, plain.columns);
});

Deno.test("readTable() keeps the servers of one answer apart", async () => {
  const of = (instance: string, value: string) => ({
    metric: { __name__: "up", instance },
    values: [[T, value], [T + 60, "1"]],
  });
  const text = JSON.stringify([of("a:9100", "0"), of("b:9100", "1")]);
  await assert.rejects(read("a.json", text), /a:9100, b:9100/);
  const { columns } = await read("a.json", text, { host: "a:9100" });
  assert.deepEqual(columns, { "server-up": [0, 1] });
});

/** As VictoriaMetrics 1.79.5 exports; later ones write null and "Infinity". */
const EXPORT = [
  `{"metric":{"__name__":"node_load1","instance":"web-1"},"values":[1.5,2.5,3.5],"timestamps":[${T}000,${
    T + 60
  }000,${T + 120}000]}`,
  `{"metric":{"__name__":"queue","instance":"web-1","kind":"Inf,NaN"},"values":[1,+Inf,1],"timestamps":[${T}000,${
    T + 60
  }000,${T + 120}000]}`,
  `{"metric":{"__name__":"queue","instance":"web-1","kind":"jobs"},"values":[null,"-Infinity"],"timestamps":[${T}000,${
    T + 60
  }000]}`,
  `{"metric":{"__name__":"node_load1","instance":"web-1"},"values":[4],"timestamps":[${
    T + 180
  }000]}`,
  "",
].join("\n");

Deno.test("readTable() reads VictoriaMetrics' export, a series in several lines too", async () => {
  const { columns, facts, host } = await read("export.jsonl", EXPORT);
  assert.equal(host, "web-1");
  assert.deepEqual(columns["load-1m"], [1.5, 2.5, 3.5, 4]);
  assert.deepEqual(columns["queue{kind=Inf,NaN}"], [1, NaN, 1, NaN]);
  assert.equal(facts.infinite, 2);
});

/** As sysstat 12.6.1 writes; numbers made so that units can be told. */
const record = (second: number, extra: Record<string, unknown> = {}) => ({
  timestamp: {
    date: "2026-11-23",
    time: `03:49:2${second}`,
    utc: 1,
    interval: 1,
  },
  "cpu-load": [
    { cpu: "all", user: 65, nice: 0, system: 2.5, iowait: 10, idle: 22.5 },
  ],
  "process-and-context-switch": { proc: 3, cswch: 10301 },
  interrupts: [{ intr: "sum", all: 2465 }],
  io: { tps: 3, "io-reads": { rtps: 1 }, "io-writes": { wtps: 2 } },
  memory: { memfree: 1000, avail: 2000, buffers: 3, cached: 4, swpfree: 0 },
  queue: { "ldavg-1": 1.39, "ldavg-5": 1.31, "ldavg-15": 2.64 },
  disk: [
    { "disk-device": "vda", rkB: 8, wkB: 16, "util-percent": 25 },
    { "disk-device": "vdb", rkB: 2, wkB: 0, "util-percent": 75 },
    { "disk-device": "dm-0", rkB: 8, wkB: 16, "util-percent": 25 },
  ],
  ...extra,
});
const sysstat = (statistics: readonly unknown[]) =>
  JSON.stringify({
    sysstat: {
      hosts: [{ nodename: "vm", "number-of-cpus": 4, statistics }],
    },
  });

Deno.test("readTable() reads sadf in the schema's units", async () => {
  const { columns, host, times } = await read(
    "sa23.json",
    sysstat([record(1), record(2, { memory: {} })]),
  );
  assert.equal(host, "vm");
  assert.equal(times[0], Date.UTC(2026, 10, 23, 3, 49, 21));
  const first = Object.fromEntries(
    Object.entries(columns).map(([name, [value]]) => [name, value]),
  );
  assert.deepEqual(first, {
    "load-1m": 1.39,
    "load-5m": 1.31,
    "load-15m": 2.64,
    "sys-mem-swap-free": 0,
    "sys-mem-free": 1_024_000,
    "sys-mem-cache": 4096,
    "sys-mem-buffered": 3072,
    "sys-mem-available": 2_048_000,
    "sys-fork-rate": 3,
    "sys-interrupt-rate": 2465,
    "sys-context-switch-rate": 10301,
    "disk-io-time": 1,
    "disk-bytes-read": 10_240,
    "disk-bytes-written": 16_384,
    "disk-io-read": 1,
    "disk-io-write": 2,
    "cpu-iowait": 0.4,
    "cpu-system": 0.1,
    "cpu-user": 2.6,
  });
  assert.deepEqual(columns["sys-mem-free"], [1_024_000, NaN]);
});

const REFUSED: readonly (readonly [what: string, text: string, why: RegExp])[] =
  [
    ["cut short", JSON.stringify(ANSWER).slice(0, 200), /must be whole JSON/],
    ["of a refusal", '{"status":"error","error":"bad_data"}', /bad_data/],
    ["of something else", '{"a": 1}', /must be an answer of query_range/],
    [
      "of an instant query",
      '[{"metric":{},"value":[1,"2"]}]',
      /take query_range/,
    ],
    ["without series", '{"data":{"result":[]}}', /must hold values/],
    ["with words", '[{"metric":{},"values":[[1,"two"]]}]', /\[1,"two"\]/],
    [
      "of lines cut short",
      EXPORT.slice(0, -60),
      /line 4 must hold a metric with as many values/,
    ],
    ["of sar without records", sysstat([]), /must hold records of sar/],
    [
      "of sar in local time",
      sysstat([record(1, {
        timestamp: { date: "2026-11-23", time: "03:49:21", utc: 0 },
      })]),
      /must be in UTC/,
    ],
  ];
for (const [what, text, why] of REFUSED) {
  Deno.test(`readTable() refuses JSON ${what}`, async () => {
    await assert.rejects(read("a.json", text), why);
  });
}
