import assert from "node:assert/strict";
import { join } from "node:path";
import type { Clock } from "@lib/frame/raw_table.ts";
import { readLabels, type ReadLabelsOptions } from "@lib/source/read_labels.ts";

const SAMPLE = new URL("../../../data/samples/", import.meta.url).pathname;

async function read(
  text: string,
  clock: Clock,
  options: ReadLabelsOptions = {},
) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(folder, "labels.csv"), text);
    return await readLabels(join(folder, "labels.csv"), clock, options);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("readLabels() reads the bundled sample's labels", async () => {
  const spans = await readLabels(join(SAMPLE, "server-1.labels.csv"), "zoned");
  assert.ok(spans.length >= 8);
  assert.ok(spans.some(({ features }) => features.includes("server-up")));
  assert.ok(spans.every(({ note }) => note !== ""));
});

Deno.test("readLabels() sorts spans and reads features and quoted notes", async () => {
  const spans = await read(
    'start,end,features,note\n2026-01-01T01:00Z,2026-01-01T02:00Z,,\n2026-01-01T00:00Z,2026-01-01T00:00Z,cpu-user; load-1m,"a, b"\n\n',
    "zoned",
  );
  assert.deepEqual(spans, [
    {
      startMs: Date.UTC(2026, 0, 1),
      endMs: Date.UTC(2026, 0, 1),
      features: ["cpu-user", "load-1m"],
      note: "a, b",
    },
    {
      startMs: Date.UTC(2026, 0, 1, 1),
      endMs: Date.UTC(2026, 0, 1, 2),
      features: [],
      note: "",
    },
  ]);
});

Deno.test("readLabels() reads marks, hosts, notes with line ends, and what a spreadsheet saved with semicolons", async () => {
  const [first, second] = await read(
    "\ufeffstart;end;mark;host;note\r\n" +
      "2026-01-01;2026-01-02;;;\r\n" +
      '2026-01-03;2026-01-04;TRUE;web-1;"a; b\r\n\'=c"\r\n',
    "naive",
  );
  assert.deepEqual([first?.mark, first?.host], [undefined, undefined]);
  assert.deepEqual([second?.mark, second?.host], ["true", "web-1"]);
  assert.equal(second?.note, "a; b\r\n'=c");
  const [guarded] = await read("start,end,note\n1,2,'=c\n", "unplaced");
  assert.equal(guarded?.note, "=c");
});

Deno.test("readLabels() places seconds as the table's", async () => {
  const text = "start,end\n60,120\n";
  assert.equal((await read(text, "unplaced"))[0]?.startMs, 60_000);
  const start = Date.UTC(2026, 0, 1);
  const [span] = await read(text, "offset", { start });
  assert.equal(span?.endMs, start + 120_000);
  assert.deepEqual(span?.features, []);
  await assert.rejects(read(text, "offset"), TypeError);
});

Deno.test("readLabels() reads absolute labels of a table that --start placed", async () => {
  const start = Date.UTC(2026, 0, 1);
  const text = "start,end\n2026-01-01,2026-01-01\n";
  const [span] = await read(text, "offset", { start });
  assert.equal(span?.startMs, start);
});

Deno.test("readLabels() gives none for a file without lines", async () => {
  assert.deepEqual(await read("start,end\n", "zoned"), []);
});

const REFUSED: readonly (readonly [string, Clock, RegExp])[] = [
  [
    "start,end\n2026-01-01,x\n",
    "naive",
    /line 2 of \S+: start and end must be times, got "x"$/,
  ],
  [
    "start,end\n1,2\n\n5,4\n",
    "unplaced",
    /line 4 of \S+: end must not lie before start, got "5,4"$/,
  ],
  [
    "start,features\n1,a\n",
    "unplaced",
    /must have the columns start and end, got "start,features"$/,
  ],
  [
    "start,end,note\n1,2,a,b\n",
    "unplaced",
    /line 2 of \S+: it must have 3 fields, got 4; put a field with commas in double quotes$/,
  ],
  [
    'start,end,note,mark\n1,2,"two\nlines",false\n3,4,,maybe\n',
    "unplaced",
    /line 4 of \S+: mark must be true, false, maintenance or empty, got "maybe"$/,
  ],
  [
    "start,end\n1,2\n",
    "zoned",
    /must have absolute times as the data has; they are in seconds/,
  ],
  [
    "start,end\n2026-01-01,2026-01-02\n",
    "unplaced",
    /must be in seconds since the start as the data is; or place the data with --start$/,
  ],
];

Deno.test("readLabels() refuses what is no span and names the line", async () => {
  for (const [text, clock, message] of REFUSED) {
    await assert.rejects(read(text, clock), { name: "InputError", message });
  }
});
