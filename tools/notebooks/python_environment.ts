import { createHash } from "node:crypto";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { writeKernelSpec } from "./kernel_spec.ts";

const ACTION = "run notebooks";

/**
 * Makes the project's `.venv` ready to run notebooks: the pinned packages and
 * the project's kernel. Does nothing where that is done already, and never
 * writes outside the project.
 *
 * @param root The project's folder.
 * @param announce Hears of work that takes a while.
 * @returns The environment's Python.
 * @throws {InputError} If there is no Python 3.10, no `venv`, or pip fails.
 */
export async function pythonEnvironment(
  root: string,
  announce: (line: string) => void,
): Promise<string> {
  const venv = join(root, ".venv");
  const python = Deno.build.os === "windows"
    ? join(venv, "Scripts", "python.exe")
    : join(venv, "bin", "python");
  const requirements = join(root, "tools", "notebooks", "requirements.txt");
  const wanted = createHash("sha256").update(
    await Deno.readTextFile(requirements),
  ).digest("hex");
  await Deno.mkdir(venv, { recursive: true });
  // Two runs at once must not install into each other's half-made folder.
  using lock = await Deno.open(join(venv, "notebooks.lock"), {
    create: true,
    write: true,
  });
  await lock.lock(true);
  const stamp = join(venv, "notebooks.sha256");
  if (await readText(stamp) !== wanted || !await exists(python)) {
    announce("setting up .venv for notebooks (about 15 MB of packages, once)");
    await makeVenv(venv);
    await install(python, requirements);
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
    if ((await run(command, ["-c", ok])).success) return command;
  }
  return null;
}

async function makeVenv(venv: string): Promise<void> {
  const python = await findPython();
  if (python === null) {
    throw new InputError(
      ACTION,
      "Python 3.10 or later with venv must be there",
      {
        hint: "install it, for example with `apt-get install python3-venv`",
      },
    );
  }
  const { success, complaint } = await run(python, ["-m", "venv", venv]);
  if (!success) {
    throw new InputError(
      ACTION,
      `\`${python} -m venv .venv\` must work: ${complaint}`,
    );
  }
}

async function install(python: string, requirements: string): Promise<void> {
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  const { success, complaint } = await run(
    python,
    ["-m", "pip", "install", ...quiet, "--requirement", requirements],
  );
  if (!success) {
    throw new InputError(
      ACTION,
      `pip must install tools/notebooks/requirements.txt: ${complaint}`,
    );
  }
}

async function run(
  command: string,
  args: readonly string[],
): Promise<{ readonly success: boolean; readonly complaint: string }> {
  try {
    const { success, stdout, stderr } = await new Deno.Command(command, {
      args: [...args],
      stdin: "null",
    }).output();
    const text = new TextDecoder().decode(success ? stdout : stderr).trim();
    return { success, complaint: text.split("\n").at(-1) ?? "" };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      return { success: false, complaint: "not found" };
    }
    throw error;
  }
}

async function readText(path: string): Promise<string | null> {
  return await exists(path) ? await Deno.readTextFile(path) : null;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
