import { saveModel } from "@lib/pipeline/store/model_store.ts";
import type { Detector } from "@lib/pipeline/store/detector.ts";
import { SAMPLE_DETECTOR } from "./sample_detector.ts";

/**
 * Does something with an empty folder of models.
 *
 * @param work What.
 */
export async function inStore(
  work: (store: string) => Promise<void>,
): Promise<void> {
  const store = await Deno.makeTempDir();
  await work(store).finally(() => Deno.remove(store, { recursive: true }));
}

/**
 * Saves small versions of the model `web`, a minute apart.
 *
 * @param store The folder of all models.
 * @param versions Their ids, or what else differs of their detectors.
 * @param options Whether each becomes the one in use.
 */
export async function saveVersions(
  store: string,
  versions: readonly (string | Partial<Detector>)[],
  { current = "replace" }: { readonly current?: "replace" | "keep" } = {},
): Promise<void> {
  for (const [i, one] of versions.entries()) {
    const change = typeof one === "string" ? { version: one } : one;
    const createdAt = `2026-01-01T00:0${i}:00Z`;
    await saveModel(store, { ...SAMPLE_DETECTOR, createdAt, ...change }, {
      bytes: { modelJson: "{}", weights: Uint8Array.of(1, 2, 3, 4) },
      current,
    });
  }
}
