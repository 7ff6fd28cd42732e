import { join } from "node:path";

/** Names the folder where `deno task lab` leaves a file for a kernel to stop. */
const VARIABLE = "WHENWHY_INTERRUPTS";

/**
 * Ends a step whose notebook cell has been interrupted.
 *
 * Deno's kernel can interrupt a loop, but not code that awaits between one
 * stretch and the next: it would drop the rest of it and go on waiting. So
 * `deno task lab` first asks in words, with a file named for the kernel's
 * process, and whoever takes the file away has understood.
 *
 * @throws {DOMException} `AbortError`, once for each interrupt.
 */
export function throwIfInterrupted(): void {
  const folder = Deno.env.get(VARIABLE);
  if (!folder) return;
  try {
    Deno.removeSync(join(folder, String(Deno.pid)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  const end = new DOMException("the cell was interrupted", "AbortError");
  // Whoever pressed the button knows where it came from.
  Object.defineProperty(end, "stack", { value: `${end.name}: ${end.message}` });
  throw end;
}
