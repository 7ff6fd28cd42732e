import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { hostName } from "@lib/source/host_name.ts";

const CASES: readonly (readonly [string, string])[] = [
  ["data/samples/server-1.test.parquet", "server-1"],
  ["server-1.train.parquet", "server-1"],
  ["/tmp/web.example.org.csv", "web.example.org"],
  ["metrics", "metrics"],
  [".csv", "host"],
];

Deno.test("hostName() is the file's name without extension and part", () => {
  for (const [file, name] of CASES) {
    assert.equal(hostName([{ file, hosts: [] }]), name, file);
  }
});

Deno.test("hostName() is what the host column says, if it says one thing", () => {
  const file = "a.csv";
  assert.equal(hostName([{ file, hosts: ["db-1 "] }]), "db-1");
  assert.throws(
    () => hostName([{ file, hosts: ["db-1"] }, { file, hosts: ["db-2"] }]),
    new InputError("read a.csv, a.csv", "one host per file is read for now", {
      hint: "the column host names db-1, db-2",
    }),
  );
});
