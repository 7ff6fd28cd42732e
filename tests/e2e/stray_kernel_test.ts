import assert from "node:assert/strict";
import { join } from "node:path";
import { findPython } from "../../tools/notebooks/python_environment.ts";
import { isMissing } from "../requirements.ts";
import {
  isAlive,
  parentOf,
  startNotebooks,
  until,
  writeNotebook,
} from "../support/run_notebook_tool.ts";

const ignore = await isMissing({
  name: "Python 3.10 with venv",
  isThere: async () => await findPython() !== null,
  get: "`apt-get install python3-venv`",
});

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

for (const victim of ["task", "runner"] as const) {
  Deno.test({
    name: `a kernel does not outlive a ${victim} that is killed`,
    ignore: ignore || Deno.build.os !== "linux",
    fn: () =>
      withFolder(async (folder) => {
        const file = join(folder, "pid");
        await writeNotebook(join(folder, "01_slow.ipynb"), [
          `await Deno.writeTextFile(${
            JSON.stringify(file)
          }, String(Deno.pid));`,
          "await new Promise((done) => setTimeout(done, 100_000));",
        ]);
        const task = startNotebooks(["--from", folder, "--out", folder]);
        await until(async () =>
          (await Deno.readTextFile(file).catch(() => "")) !== ""
        );
        const kernel = Number(await Deno.readTextFile(file));
        assert.ok(await isAlive(kernel));
        Deno.kill(
          victim === "task" ? task.pid : await parentOf(kernel),
          "SIGKILL",
        );
        await until(async () => !await isAlive(kernel));
        const { code, stderr } = await task.output();
        if (victim === "runner") {
          assert.equal(code, 2);
          assert.match(
            new TextDecoder().decode(stderr),
            /the runner must end well/,
          );
        }
      }),
  });
}
