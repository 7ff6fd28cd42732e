import assert from "node:assert/strict";
import { join } from "node:path";
import pl from "nodejs-polars";
import { listHosts } from "@lib/source/list_hosts.ts";
import { readTable } from "@lib/source/read_table.ts";

const POINT = { decimal: "point" } as const;

async function withFile(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<void>,
) {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, name);
    if (typeof content === "string") await Deno.writeTextFile(path, content);
    else await Deno.writeFile(path, content);
    await use(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const CSV = [
  "timestamp,host,a,label",
  "0,web,1,0",
  "0,db,10,1",
  "60,web,x,0",
  "60,,5,0",
  "60,db,y,0",
  "120,db,30,0",
  "",
].join("\n");

Deno.test("readTable() reads one host of several, with its own lines and labels", () =>
  withFile("all.csv", CSV, async (path) => {
    assert.deepEqual(await listHosts([path], POINT), ["web", "db"]);
    const db = await readTable([path], { host: "db" });
    assert.equal(db.host, "db");
    assert.deepEqual([...db.columns[0]?.values ?? []], [10, NaN, 30]);
    assert.deepEqual([...db.label ?? []], [1, 0, 0]);
    assert.deepEqual(db.facts.badCells, [
      { name: "a", count: 1, firstLine: 6 },
    ]);
    assert.equal(db.facts.duplicates, 0);
    assert.match(db.facts.notes?.[0] ?? "", /^1 row of \S+ named no host/);
  }));

Deno.test("readTable() refuses a host that a file does not have, and several at once", () =>
  withFile("all.csv", CSV, async (path) => {
    await assert.rejects(
      readTable([path], { host: "mail" }),
      /it must have the host mail; it has web, db$/,
    );
    await assert.rejects(readTable([path]), /name one with --host: web, db$/);
  }));

Deno.test("readTable() gives the host's name to a file that names none", () =>
  withFile("x.csv", "timestamp,a\n0,1\n60,2\n", async (path) => {
    assert.deepEqual(await listHosts([path], POINT), []);
    assert.equal((await readTable([path], { host: "web" })).host, "web");
  }));

Deno.test("listHosts() reads Parquet, and a long table of several hosts", async () => {
  const frame = pl.DataFrame({
    timestamp: [0, 0, 60, 60],
    host: ["a", "b", "a", "b"],
    metric: ["cpu", "cpu", "cpu", "cpu"],
    value: [1, 2, 3, 4],
  });
  await withFile("l.parquet", frame.writeParquet(), async (path) => {
    assert.deepEqual(await listHosts([path], POINT), ["a", "b"]);
    const { columns } = await readTable([path], { host: "b" });
    assert.deepEqual(columns.map(({ name }) => name), ["cpu"]);
    assert.deepEqual([...columns[0]?.values ?? []], [2, 4]);
  });
});
