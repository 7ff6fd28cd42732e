import assert from "node:assert/strict";
import { join } from "node:path";
import { readTable, type ReadTableOptions } from "@lib/source/read_table.ts";

/** Writes files into a folder of their own and reads them. */
async function read(
  files: Readonly<Record<string, string>>,
  options: ReadTableOptions = {},
) {
  const folder = await Deno.makeTempDir();
  try {
    const paths = [];
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await Deno.writeTextFile(path, text);
      paths.push(path);
    }
    return await readTable(paths, options);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const columns = (table: Awaited<ReturnType<typeof readTable>>) =>
  Object.fromEntries(
    table.columns.map(({ name, values }) => [name, [...values]]),
  );

Deno.test("readTable() reads a CSV file with ISO times", async () => {
  const table = await read({
    "web-1.csv":
      "timestamp,cpu-user,label\n2026-01-01T00:00:00Z,0.5,0\n2026-01-01T00:01:00Z,,1\n",
  });
  assert.equal(table.host, "web-1");
  assert.deepEqual([...table.times], [
    Date.UTC(2026, 0, 1),
    Date.UTC(2026, 0, 1, 0, 1),
  ]);
  assert.deepEqual(columns(table), { "cpu-user": [0.5, NaN] });
  assert.deepEqual([...table.label ?? []], [0, 1]);
  assert.equal(table.facts.clock, "zoned");
  assert.equal(table.facts.rows, 2);
});

Deno.test("readTable() tells naive times, which are taken as UTC", async () => {
  const { times, facts } = await read({
    "a.csv": "timestamp,a\n2026-01-01 00:00,1\n2026-01-01 00:01,2\n",
  });
  assert.equal(facts.clock, "naive");
  assert.equal(times[1], Date.UTC(2026, 0, 1, 0, 1));
});

Deno.test("readTable() places seconds since the start by --start, else in 1970", async () => {
  const csv = { "a.csv": "timestamp,a\n0,1\n60,2\n" };
  const unplaced = await read(csv);
  assert.equal(unplaced.facts.clock, "unplaced");
  assert.deepEqual([...unplaced.times], [0, 60_000]);
  const start = Date.UTC(2026, 0, 1);
  const placed = await read(csv, { start });
  assert.equal(placed.facts.clock, "offset");
  assert.deepEqual([...placed.times], [start, start + 60_000]);
});

Deno.test("readTable() sorts rows, keeps the last of a time and counts both", async () => {
  const table = await read({
    "a.csv": "timestamp,a\n120,3\n0,1\n60,2\n60,2.5\n",
  });
  assert.deepEqual(columns(table), { a: [1, 2.5, 3] });
  assert.equal(table.facts.duplicates, 1);
  assert.equal(table.facts.unordered, 3);
});

Deno.test("readTable() counts what it could not read, with the first line of each column", async () => {
  const table = await read({
    "a.csv": [
      "timestamp,a,b,c",
      "0,1,NA,x",
      "60, 2 ,-Inf,y",
      "never,3,5,z",
      "180,bad,+inf,",
      "",
      "240,worse,7,z",
      "",
    ].join("\n"),
  });
  assert.deepEqual(columns(table), {
    a: [1, 2, NaN, NaN],
    b: [NaN, NaN, NaN, 7],
  });
  assert.deepEqual(table.facts.badCells, [
    { name: "a", count: 2, firstLine: 5 },
  ]);
  assert.equal(table.facts.badTimes, 1);
  assert.equal(table.facts.infinite, 2);
  assert.equal(table.facts.rows, 5, "the blank line is no row");
  assert.deepEqual(table.excluded, [
    {
      name: "c",
      unit: "",
      reason: "text",
      detail: "no number in 4 cells from line 2 on",
    },
  ]);
});

Deno.test("readTable() takes odd column names as they are", async () => {
  const table = await read({
    "a.csv": 'timestamp,^.*$,"a, ""b""",*\n0,1,2,3\n60,4,,6\n',
  });
  assert.deepEqual(columns(table), {
    "^.*$": [1, 4],
    'a, "b"': [2, NaN],
    "*": [3, 6],
  });
});

Deno.test("readTable() takes a file's name as it is, not for a pattern", async () => {
  const table = await read({ "disk [1]*.csv": "timestamp,a\n0,1\n60,2\n" });
  assert.equal(table.host, "disk [1]*");
  assert.deepEqual(columns(table), { a: [1, 2] });
});

Deno.test("readTable() reads a byte order mark, CRLF, quotes and a last line without end", async () => {
  const table = await read({
    "a.csv": '\ufefftimestamp,a\r\n"0","1"\r\n60,2',
  });
  assert.deepEqual(columns(table), { a: [1, 2] });
});

Deno.test("readTable() joins files in time and unites their columns", async () => {
  const table = await read({
    "db.test.csv": "timestamp,a,b\n120,3,30\n180,4,40\n",
    "db.train.csv": "timestamp,a,label\n0,1,0\n60,2,1\n120,9,0\n",
  });
  assert.equal(table.host, "db");
  assert.deepEqual(columns(table), {
    a: [1, 2, 9, 4],
    b: [NaN, NaN, NaN, 40],
  });
  assert.deepEqual([...table.label ?? []], [0, 1, 0, 0]);
  assert.equal(table.facts.duplicates, 1);
  assert.equal(table.facts.files.length, 2);
});

Deno.test("readTable() takes the host from its column", async () => {
  const one = await read({ "a.csv": "timestamp,host,a\n0,db-1,1\n1,db-1,2\n" });
  assert.equal(one.host, "db-1");
  await assert.rejects(
    read({ "a.csv": "timestamp,host,a\n0,db-1,1\n1,db-2,2\n" }),
    /it must be of one host; name one with --host: db-1, db-2$/,
  );
});

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ["an empty file", "", /it must not be empty$/],
  ["a header only", "timestamp,a\n", /it must have rows below its header$/],
  [
    "no timestamp column",
    "when,a\n1,2\n",
    /it must have a column named timestamp; it has when, a$/,
  ],
  ["another name for it", "Time,a\n1,2\n", /rename the column Time$/],
  [
    "no column of numbers",
    "timestamp,a\n0,x\n1,y\n",
    /it must have a column of numbers beside the timestamp; it has a; --decimal-comma reads 1,5$/,
  ],
  [
    "no other column",
    "timestamp\n0\n1\n",
    /beside the timestamp; it has none$/,
  ],
  [
    "a field too many",
    "timestamp,a\n0,1\n1,2,3\n",
    /read line 3 of .*more fields than the first.*it has 3, the first line 2/,
  ],
  [
    "seconds and milliseconds",
    "timestamp,a\n1767225600,1\n1767225660000,2\n",
    /must all be epoch seconds as the first one is, got 1767225660000/,
  ],
  [
    "labels beside 0 and 1",
    "timestamp,a,label\n0,1,2\n",
    /label must be 0 or 1, got 2$/,
  ],
  ["bytes of something else", "timestamp\0,a\n", /it holds zero bytes$/],
];

Deno.test("readTable() refuses what is no table, in one line that names the file", async () => {
  for (const [name, text, message] of REFUSED) {
    await assert.rejects(read({ "a.csv": text }), (error: Error) => {
      assert.equal(error.name, "InputError", `${name}: ${error.stack}`);
      assert.match(error.message, message, name);
      assert.ok(!error.message.includes("\n"), name);
      return true;
    }, name);
  }
});

Deno.test("readTable() refuses --start where the times are absolute", async () => {
  await assert.rejects(
    read({ "a.csv": "timestamp,a\n2026-01-01,1\n" }, { start: 0 }),
    {
      message:
        "Cannot use --start: the times are already absolute; leave --start out",
    },
  );
});

Deno.test("readTable() refuses files whose times are of different kinds", async () => {
  await assert.rejects(
    read({
      "a.csv": "timestamp,a\n0,1\n",
      "b.csv": "timestamp,a\n2026-01-01T00:00:00Z,1\n",
    }),
    /^InputError: Cannot join the files: their timestamps must be of one kind; \S+a\.csv \(offset\), \S+b\.csv \(zoned\)$/,
  );
});

Deno.test("readTable() refuses a missing file and a folder", async () => {
  await assert.rejects(readTable(["/no/such.csv"]), {
    message: "Cannot read /no/such.csv: there is no such file",
  });
  await assert.rejects(readTable(["/"]), {
    message: "Cannot read /: it must be a file",
  });
});
