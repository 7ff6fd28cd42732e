import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { eachHost } from "@lib/pipeline/each_host.ts";
import { explained } from "@lib/pipeline/files/explained_write.ts";
import type { Progress } from "@lib/pipeline/base/progress.ts";

const short = new InputError("train", "it must be longer", { got: 3 });

function listening() {
  const said: string[] = [];
  const listener = (progress: Progress) =>
    void said.push(progress.kind === "said" ? progress.text : "at");
  return { said, listener };
}

Deno.test("eachHost() goes on after a host whose data cannot be used", async () => {
  const { said, listener } = listening();
  const work = (host: string, i: number) =>
    host === "b" ? Promise.reject(short) : Promise.resolve(`${host}${i}`);
  assert.deepEqual(await eachHost(["a", "b", "c"], work, { listener }), [
    { host: "a", run: "a0", problem: null },
    { host: "b", run: null, problem: short.message },
    { host: "c", run: "c2", problem: null },
  ]);
  assert.deepEqual(said, [
    "Host 1 of 3: a",
    "Host 2 of 3: b",
    short.message,
    "Host 3 of 3: c",
  ]);
});

Deno.test("eachHost() throws the first problem where every host has one", async () => {
  const { listener } = listening();
  const work = (host: string) =>
    Promise.reject(host === "a" ? short : new InputError("train", "later"));
  await assert.rejects(eachHost(["a", "b"], work, { listener }), short);
});

Deno.test("eachHost() does not take a defect of ours for bad data", async () => {
  const { listener } = listening();
  const work = (host: string) =>
    host === "a"
      ? Promise.resolve(1)
      : Promise.reject(new TypeError("Cannot be"));
  await assert.rejects(eachHost(["a", "b"], work, { listener }), TypeError);
});

Deno.test("eachHost() ends where a result cannot be written, and blames no host", async () => {
  const { said, listener } = listening();
  const full = Object.assign(new Error("full"), { code: "ENOSPC" });
  const work = (host: string) =>
    host === "b"
      ? explained("/srv/b", () => Promise.reject(full))
      : Promise.resolve();
  await assert.rejects(
    eachHost(["a", "b", "c"], work, { listener }),
    /^InputError: Cannot write \/srv\/b: its disk must have space left/,
  );
  assert.deepEqual(said, ["Host 1 of 3: a", "Host 2 of 3: b"]);
});
