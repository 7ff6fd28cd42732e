import assert from "node:assert/strict";
import { join } from "node:path";
import { writeKernelSpec } from "../../../../tools/notebooks/kernel_spec.ts";

async function withFolder(
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function programOf(venv: string): Promise<string> {
  const file = join(venv, "share/jupyter/kernels/whenwhy/kernel.json");
  return JSON.parse(await Deno.readTextFile(file)).argv[0];
}

Deno.test("writeKernelSpec() names the Deno that runs the task", async () => {
  await withFolder(async (folder) => {
    const deno = join(folder, "bin", "deno");
    await writeKernelSpec(folder, deno);
    assert.equal(await programOf(folder), deno);
  });
});

Deno.test("writeKernelSpec() keeps a Deno that npx may throw away", async () => {
  await withFolder(async (folder) => {
    const cache = join(folder, "_npx", "0a1b", "node_modules", "deno");
    await Deno.mkdir(cache, { recursive: true });
    const deno = join(cache, "deno");
    await Deno.writeTextFile(deno, "one");
    await writeKernelSpec(folder, deno);
    const kept = await programOf(folder);
    assert.equal(kept, join(folder, `deno-${Deno.version.deno}`));

    await Deno.remove(join(folder, "_npx"), { recursive: true });
    assert.equal(await Deno.readTextFile(kept), "one");

    await Deno.mkdir(cache, { recursive: true });
    await Deno.writeTextFile(deno, "another");
    await writeKernelSpec(folder, deno);
    assert.equal(await Deno.readTextFile(kept), "another");
    await writeKernelSpec(folder, deno);
    assert.equal(await Deno.readTextFile(kept), "another");
  });
});
