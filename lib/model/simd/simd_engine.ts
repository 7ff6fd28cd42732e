import type { Engine } from "../engine.ts";
import { makeEngine } from "../make_engine.ts";
import { readKernel } from "./kernel.ts";
import { CUT_REVISION } from "./plan.ts";
import type { SimdOptions } from "./simd_options.ts";
import { simdReconstructor } from "./simd_reconstructor.ts";
import { simdTrainee } from "./simd_trainee.ts";

/**
 * Makes the engine that is whenwhy's own: WebAssembly SIMD on all cores, with
 * nothing native to install.
 *
 * Needs the permission to read this folder, and nothing else.
 *
 * @param options Threads, by default as many as this process may use.
 * @returns The engine.
 */
export async function simdEngine(
  options: Partial<SimdOptions> = {},
): Promise<Engine> {
  const { threads = navigator.hardwareConcurrency } = options;
  const simd = { ...options, threads };
  return makeEngine({
    name: "simd",
    version: `simd ${await kernelId()}.${CUT_REVISION}`,
    trainee: (input) => simdTrainee(input, simd),
    reconstructor: (content) => simdReconstructor(content, simd),
  });
}

/** The kernel by its first bytes of SHA-256: another one may round otherwise. */
async function kernelId(): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await readKernel());
  return new Uint8Array(hash).toHex().slice(0, 8);
}
