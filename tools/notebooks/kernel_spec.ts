// deno-lint-ignore-file camelcase -- the names are Jupyter's
import { join } from "node:path";

/** The kernel's name, which the notebooks name in their metadata. */
export const KERNEL_NAME = "whenwhy";

/**
 * Writes the project's kernel into its Python environment, where Jupyter from
 * that environment finds it and no other does.
 *
 * `interrupt_mode: message`, since a signal would end Deno's kernel.
 *
 * @param venv The environment's folder.
 * @param deno The Deno that runs the task.
 */
export async function writeKernelSpec(
  venv: string,
  deno: string = Deno.execPath(),
): Promise<void> {
  const folder = join(venv, "share", "jupyter", "kernels", KERNEL_NAME);
  const spec = {
    argv: [
      await lastingDeno(deno, venv),
      "jupyter",
      "--kernel",
      "--conn",
      "{connection_file}",
    ],
    display_name: "whenwhy (Deno)",
    language: "typescript",
    interrupt_mode: "message",
    env: { TF_CPP_MIN_LOG_LEVEL: "2" },
  };
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(
    join(folder, "kernel.json"),
    JSON.stringify(spec, null, 2) + "\n",
  );
}

/**
 * Under `npx` Deno stands in a cache that npm clears now and then, but an editor
 * starts the kernel months later: that one is kept in the environment.
 */
async function lastingDeno(deno: string, venv: string): Promise<string> {
  if (!/[\\/]_npx[\\/]/.test(deno)) return deno;
  const kept = join(
    venv,
    `deno-${Deno.version.deno}${deno.endsWith(".exe") ? ".exe" : ""}`,
  );
  const { size } = await Deno.stat(deno);
  const isKept = await Deno.stat(kept).then(
    (file) => file.size === size,
    () => false,
  );
  if (isKept) return kept;
  const half = `${kept}.tmp`;
  await Deno.remove(half).catch(() => {}); // copying a link to itself empties it
  await Deno.link(deno, half).catch(() => Deno.copyFile(deno, half));
  await Deno.rename(half, kept);
  return kept;
}
