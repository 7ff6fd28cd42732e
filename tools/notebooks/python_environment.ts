import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { InputError } from "../../lib/errors.ts";
import { runCommand } from "../../scripts/setup/command.ts";
import { writeKernelSpec } from "./kernel_spec.ts";

/** What the environment is for. */
export interface PythonEnvironmentOptions {
  /** To run and render notebooks, or to work on them in JupyterLab as well. */
  readonly purpose: "run" | "lab";
  /** Hears of work that takes a while. */
  readonly announce: (line: string) => void;
}

const PURPOSES = {
  run: {
    action: "run notebooks",
    files: ["requirements.txt"],
    stamp: "notebooks.sha256",
    work: "setting up .venv for notebooks (about 160 MB on disk, once)",
  },
  lab: {
    action: "open JupyterLab",
    files: ["requirements.txt", "requirements-lab.txt"],
    stamp: "lab.sha256",
    work:
      "setting up JupyterLab in .venv (about 330 MB on disk together, once)",
  },
} as const;

type Purpose = (typeof PURPOSES)[keyof typeof PURPOSES];

/**
 * Makes the project's `.venv` ready for notebooks: the pinned packages and the
 * project's kernel. Does nothing where that is done already, and never writes
 * outside the project.
 *
 * @param root The project's folder.
 * @param options What it is for, and who hears of it.
 * @returns The environment's Python.
 * @throws {InputError} If there is no Python 3.10, no `venv`, or pip fails.
 */
export async function pythonEnvironment(
  root: string,
  { purpose: name, announce }: PythonEnvironmentOptions,
): Promise<string> {
  const purpose = PURPOSES[name];
  const venv = join(root, ".venv");
  const python = Deno.build.os === "windows"
    ? join(venv, "Scripts", "python.exe")
    : join(venv, "bin", "python");
  const files = purpose.files.map((file) =>
    join(root, "tools", "notebooks", file)
  );
  const texts = await Promise.all(files.map((file) => Deno.readTextFile(file)));
  const wanted = createHash("sha256").update(texts.join("")).digest("hex");
  await Deno.mkdir(venv, { recursive: true });
  // Two runs at once must not install into each other's half-made folder.
  using lock = await Deno.open(join(venv, "notebooks.lock"), {
    create: true,
    write: true,
  });
  await lock.lock(true);
  const stamp = join(venv, purpose.stamp);
  if (await readText(stamp) !== wanted || !await exists(python)) {
    announce(purpose.work);
    await makeVenv(venv, purpose);
    const file = files.at(-1) ?? "";
    await install(python, { file, action: purpose.action });
    await Deno.writeTextFile(stamp, wanted);
  }
  await writeKernelSpec(venv);
  return python;
}

/**
 * Finds a Python that can make the environment.
 *
 * @returns Its command, or `null` if there is none.
 */
export async function findPython(): Promise<string | null> {
  const ok =
    "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
  for (const command of ["python3", "python"]) {
    const { success } = await runCommand([command, "-c", ok])
      .catch(() => ({ success: false }));
    if (success) return command;
  }
  return null;
}

async function makeVenv(venv: string, { action }: Purpose): Promise<void> {
  const python = await findPython();
  if (python === null) {
    throw new InputError(
      action,
      "Python 3.10 or later with venv must be there",
      { hint: "install it, for example with `apt-get install python3-venv`" },
    );
  }
  const { success, lastLine } = await runCommand([python, "-m", "venv", venv]);
  if (success) return;
  throw new InputError(
    action,
    `\`${python} -m venv .venv\` must work: ${lastLine}`,
  );
}

async function install(
  python: string,
  { file, action }: { readonly file: string; readonly action: string },
): Promise<void> {
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  const { success, lastLine } = await runCommand(
    [python, "-m", "pip", "install", ...quiet, "--requirement", file],
  );
  if (success) return;
  const shown = `tools/notebooks/${basename(file)}`;
  throw new InputError(action, `pip must install ${shown}: ${lastLine}`);
}

async function readText(path: string): Promise<string | null> {
  return await exists(path) ? await Deno.readTextFile(path) : null;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
