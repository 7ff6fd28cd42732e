import { join } from "node:path";
import { sweepDebris } from "../files/debris.ts";
import type { Detector } from "./detector.ts";

/**
 * Removes what a version no longer needs once it is stored, its checkpoint, and
 * what those who wrote in the model's folder left when they were killed.
 *
 * @param store The folder of all models.
 * @param id The model's name and the version's id.
 */
export async function tidyModel(
  store: string,
  { name, version }: Pick<Detector, "name" | "version">,
): Promise<void> {
  const folder = join(store, name);
  const checkpoints = join(folder, "checkpoints");
  for (const place of [folder, join(folder, "versions"), checkpoints]) {
    await sweepDebris(place);
  }
  await Deno.remove(join(checkpoints, `${version}.bin`)).catch(() => {});
  // Only where it is empty.
  await Deno.remove(checkpoints).catch(() => {});
}
