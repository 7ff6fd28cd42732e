import assert from "node:assert/strict";
import { join } from "node:path";
import { throwIfInterrupted } from "@lib/pipeline/base/interrupted.ts";

const VARIABLE = "WHENWHY_INTERRUPTS";

Deno.test("throwIfInterrupted() ends a step once for each interrupt", async () => {
  const folder = await Deno.makeTempDir();
  Deno.env.set(VARIABLE, folder);
  try {
    throwIfInterrupted();
    await Deno.writeTextFile(join(folder, "1"), "");
    throwIfInterrupted();
    await Deno.writeTextFile(join(folder, String(Deno.pid)), "");
    assert.throws(throwIfInterrupted, {
      name: "AbortError",
      message: "the cell was interrupted",
      stack: "AbortError: the cell was interrupted",
    });
    throwIfInterrupted();
    const left = await Array.fromAsync(Deno.readDir(folder));
    assert.deepEqual(left.map(({ name }) => name), ["1"], "another kernel's");
  } finally {
    Deno.env.delete(VARIABLE);
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("throwIfInterrupted() does nothing where nobody can ask", () => {
  throwIfInterrupted();
});
