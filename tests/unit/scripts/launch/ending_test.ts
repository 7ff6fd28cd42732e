import assert from "node:assert/strict";
import { join } from "node:path";
import {
  endingLine,
  keptCheckpoint,
} from "../../../../scripts/launch/ending.ts";
import { inTemp } from "../../../support/temp_folder.ts";

Deno.test("endingLine() says what a person has ended, what stays, and how to go on", () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    const line = (name: "report" | "verify", hasCheckpoint: boolean) =>
      endingLine(name, { signal, hasCheckpoint });
    assert.equal(
      line("report", false),
      "The report was interrupted; nothing half-written stands in its place, " +
        "a model that it learned is kept, and the same command begins again",
    );
    assert.equal(
      line("verify", false),
      "The verification was interrupted; it changes nothing, " +
        "and the same command begins again",
    );
    assert.equal(
      line("report", true),
      "Training was interrupted; the same command goes on from the last epoch",
    );
  }
});

Deno.test("endingLine() says what the system has ended, and what may help", () => {
  const line = (signal: Deno.Signal, hasCheckpoint = false) =>
    endingLine("report", { signal, hasCheckpoint });
  const killed =
    'Cannot report: its process must run to its end, got "SIGKILL"; ' +
    "memory may be short: free some, or use less data";
  assert.equal(line("SIGKILL"), killed);
  assert.equal(
    line("SIGKILL", true),
    `${killed}; the same command goes on from the last epoch`,
  );
  assert.match(line("SIGTRAP"), /memory may be short/);
  assert.match(line("SIGSEGV"), /got "SIGSEGV"; please report it$/);
});

Deno.test("keptCheckpoint() finds what a training has kept since a time", () =>
  inTemp(async (store) => {
    assert.equal(
      await keptCheckpoint(0, { store: join(store, "none") }),
      false,
    );
    const folder = join(store, "web", "checkpoints");
    await Deno.mkdir(folder, { recursive: true });
    await Deno.writeTextFile(join(folder, "other.txt"), "");
    await Deno.writeTextFile(join(store, "a file"), "");
    assert.equal(await keptCheckpoint(0, { store }), false);
    const file = join(folder, "0123456789ab.bin");
    await Deno.writeTextFile(file, "");
    await Deno.utime(file, 1000, 1000);
    assert.equal(await keptCheckpoint(1_000_000, { store }), true);
    assert.equal(await keptCheckpoint(1_000_001, { store }), false);
    // Another training at the same time is not this one's.
    const kept = (model: string) => keptCheckpoint(0, { model, store });
    assert.deepEqual([await kept("web"), await kept("db")], [true, false]);
  }));
