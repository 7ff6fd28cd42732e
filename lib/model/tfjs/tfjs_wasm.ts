import type { TfjsBackend } from "./tensorflow.ts";

/**
 * Loads tfjs with its WebAssembly backend, which runs wherever Deno does.
 *
 * Needs the permission read (`node_modules`), and nothing else.
 *
 * @returns The library on one thread of WebAssembly.
 */
export async function loadTfjsWasm(): Promise<TfjsBackend> {
  const tf = await import("@tensorflow/tfjs");
  await import("@tensorflow/tfjs-backend-wasm");
  await tf.setBackend("wasm");
  const simd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
  return {
    name: "wasm",
    version: `tfjs-wasm ${tf.version.tfjs}${simd ? " (SIMD)" : ""}`,
    tf,
    // Synchronous once the backend is there, though it returns a promise.
    activate: () => void tf.setBackend("wasm"),
    accelerate: () => {},
  };
}
