import assert from "node:assert/strict";
import { hostName } from "@lib/source/parts/host_name.ts";

const CASES: readonly (readonly [string, string])[] = [
  ["data/samples/server-1.test.parquet", "server-1"],
  ["server-1.train.parquet", "server-1"],
  ["/tmp/web.example.org.csv", "web.example.org"],
  ["metrics", "metrics"],
  ["/tmp/web-1.csv.gz", "web-1"],
  [".csv", "host"],
];

Deno.test("hostName() is the file's name without extension and part", () => {
  for (const [file, name] of CASES) {
    assert.equal(hostName([{ file, host: null }]), name, file);
  }
});

Deno.test("hostName() is what the host column says", () => {
  const file = "a.csv";
  assert.equal(
    hostName([{ file, host: null }, { file, host: "db-1" }]),
    "db-1",
  );
});
