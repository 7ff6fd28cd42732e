import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pythonEnvironment } from "../../../../tools/notebooks/python_environment.ts";

const RUN = { purpose: "run", announce: () => {} } as const;

const REQUIREMENTS = "nothing==1.0\n";
const LAB_REQUIREMENTS = "--requirement requirements.txt\nlab==1.0\n";

async function withProject(
  run: (root: string) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "tools/notebooks"), { recursive: true });
    const file = join(root, "tools/notebooks/requirements.txt");
    await Deno.writeTextFile(file, REQUIREMENTS);
    const lab = join(root, "tools/notebooks/requirements-lab.txt");
    await Deno.writeTextFile(lab, LAB_REQUIREMENTS);
    await run(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function withoutPrograms(run: () => Promise<void>): Promise<void> {
  const before = Deno.env.get("PATH") ?? "";
  Deno.env.set("PATH", "/nowhere");
  try {
    await run();
  } finally {
    Deno.env.set("PATH", before);
  }
}

Deno.test("pythonEnvironment() says in one line that Python is missing", async () => {
  await withProject((root) =>
    withoutPrograms(() =>
      assert.rejects(pythonEnvironment(root, RUN), {
        name: "InputError",
        message:
          /^Cannot run notebooks: Python 3\.10 or later .+python3-venv.+$/,
      })
    )
  );
});

Deno.test("pythonEnvironment() does nothing where all is done, but names this Deno", async () => {
  await withProject((root) =>
    withoutPrograms(async () => {
      const python = join(root, ".venv/bin/python");
      await Deno.mkdir(join(root, ".venv/bin"), { recursive: true });
      await Deno.writeTextFile(python, "");
      const stamp = createHash("sha256").update(REQUIREMENTS).digest("hex");
      await Deno.writeTextFile(join(root, ".venv/notebooks.sha256"), stamp);
      const said: string[] = [];
      const found = await pythonEnvironment(root, {
        ...RUN,
        announce: (line) => said.push(line),
      });
      assert.deepEqual({ found, said }, { found: python, said: [] });
      const spec = JSON.parse(
        await Deno.readTextFile(
          join(root, ".venv/share/jupyter/kernels/whenwhy/kernel.json"),
        ),
      );
      // Itself, or where it stands under npx a copy that lasts.
      const { stdout } = await new Deno.Command(spec.argv[0], {
        args: ["--version"],
      }).output();
      assert.match(
        new TextDecoder().decode(stdout),
        new RegExp(`^deno ${Deno.version.deno} `),
      );
      assert.equal(spec.interrupt_mode, "message");
    })
  );
});

Deno.test("pythonEnvironment() is made anew when the requirements change", async () => {
  await withProject((root) =>
    withoutPrograms(async () => {
      await Deno.mkdir(join(root, ".venv/bin"), { recursive: true });
      await Deno.writeTextFile(join(root, ".venv/bin/python"), "");
      await Deno.writeTextFile(join(root, ".venv/notebooks.sha256"), "older");
      await assert.rejects(pythonEnvironment(root, RUN), /Python/);
    })
  );
});

Deno.test("pythonEnvironment() installs JupyterLab only where it is wanted", async () => {
  await withProject((root) =>
    withoutPrograms(async () => {
      await Deno.mkdir(join(root, ".venv/bin"), { recursive: true });
      await Deno.writeTextFile(join(root, ".venv/bin/python"), "");
      const stamp = createHash("sha256").update(REQUIREMENTS).digest("hex");
      await Deno.writeTextFile(join(root, ".venv/notebooks.sha256"), stamp);
      await pythonEnvironment(root, RUN);
      await assert.rejects(
        pythonEnvironment(root, { ...RUN, purpose: "lab" }),
        /^InputError: Cannot open JupyterLab: Python 3\.10 or later /,
      );
    })
  );
});
