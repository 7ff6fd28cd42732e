import assert from "node:assert/strict";
import { join } from "node:path";
import { readHead } from "@lib/source/rows/table_file.ts";

async function head(name: string, bytes: Uint8Array) {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, name);
    await Deno.writeFile(path, bytes);
    return await readHead(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const text = (value: string) => new TextEncoder().encode(value);

Deno.test("readHead() tells Parquet and CSV by their bytes, not by their names", async () => {
  assert.equal((await head("a.csv", text("PAR1 and so on"))).kind, "parquet");
  assert.equal((await head("a.txt", text("timestamp,a\n"))).kind, "csv");
});

Deno.test("readHead() gives the first MiB at most", async () => {
  const { bytes } = await head("a.csv", new Uint8Array(2 ** 20 + 5).fill(65));
  assert.equal(bytes.length, 2 ** 20);
});

Deno.test("readHead() refuses broken gzip and a Parquet name on other bytes", async () => {
  await assert.rejects(head("a.csv.gz", Uint8Array.of(0x1f, 0x8b, 8, 0)), {
    name: "InputError",
    message: /it must be a whole gzip file; unexpected end of file$/,
  });
  await assert.rejects(head("a.parquet", text("timestamp,a\n")), {
    name: "InputError",
    message: /it must be a Parquet file; its first bytes are not PAR1$/,
  });
});

Deno.test("readHead() refuses a loop of links, in one line", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.symlink(join(folder, "b.csv"), join(folder, "a.csv"));
    await Deno.symlink(join(folder, "a.csv"), join(folder, "b.csv"));
    await assert.rejects(readHead(join(folder, "a.csv")), {
      name: "InputError",
      message: /^Cannot read \S+a\.csv: it must be readable; .+$/,
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
