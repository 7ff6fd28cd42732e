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
 */
export async function writeKernelSpec(venv: string): Promise<void> {
  const folder = join(venv, "share", "jupyter", "kernels", KERNEL_NAME);
  const spec = {
    argv: [
      Deno.execPath(),
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
