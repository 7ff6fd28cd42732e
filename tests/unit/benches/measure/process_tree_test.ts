import assert from "node:assert/strict";
import {
  memoryPeak,
  PROC,
  type ProcSource,
} from "../../../../benches/measure/process_tree.ts";

Deno.test("memoryPeak() keeps the most that a process and its children had together", () => {
  let own: Record<number, number> = {};
  let children: Record<number, number[]> = {};
  const source: ProcSource = {
    childrenOf: (pid) => children[pid] ?? [],
    memoryOf: (pid) => ({ own: own[pid] ?? 0, files: 100 * pid }),
  };
  const look = memoryPeak(1, source);
  [own, children] = [{ 1: 10 }, {}];
  assert.equal(look(), 10 + 100);
  [own, children] = [{ 1: 10, 2: 20, 3: 40 }, { 1: [2], 2: [3] }];
  assert.equal(look(), 70 + 300, "pages of files once");
  [own, children] = [{ 1: 10, 3: 4000 }, {}]; // 3 is nobody's child
  assert.equal(look(), 70 + 300);
});

Deno.test({
  name: "memoryPeak() sees what a child of a child holds",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const hold =
      "const a = new Uint8Array(1e8).fill(1); console.log(a.length); await new Promise((r) => setTimeout(r, 60000));";
    const child = new Deno.Command("sh", {
      args: ["-c", `"$0" eval "$1" & wait`, Deno.execPath(), hold],
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.getReader();
    await reader.read();
    const look = memoryPeak(child.pid);
    assert.ok(look() > 1e8 / 1024, `${look()} KiB`);
    // The shell's child would live on.
    Deno.kill(PROC.childrenOf(child.pid)[0] ?? 0);
    await child.status;
    await reader.cancel();
  },
});
