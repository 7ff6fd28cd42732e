import { runCommand } from "./command.ts";
import { A_DAY, Obstacle } from "./obstacle.ts";
import { PLACES } from "./recipe.ts";

/**
 * Loads tfjs-node in a process of its own and multiplies two matrices: a library
 * that does not suit the processor ends that process and not this one.
 *
 * @throws {Obstacle} If it does not work.
 */
export async function verifyNative(): Promise<void> {
  const script = new URL("try_native.ts", import.meta.url).pathname;
  const { success, signal, lastLine } = await runCommand([
    Deno.execPath(),
    "run",
    "--quiet",
    "--no-prompt",
    "--allow-read",
    "--allow-env",
    "--allow-sys",
    `--allow-ffi=${PLACES.package},node_modules/.deno`,
    script,
  ]);
  if (success) return;
  const cause = signal === "SIGILL"
    ? "this processor lacks instructions that it needs (AVX)"
    : lastLine || `it was ended by ${signal}`;
  throw new Obstacle(`tfjs-node does not run here: ${cause}`, {
    waitMs: A_DAY,
  });
}
