import util from "node:util";
import { fuseLstms } from "./fused_lstm.ts";
import { nativeBackend } from "./native_backend.ts";
import type { TfjsBackend } from "./tensorflow.ts";

/** Where tfjs-node looks for its compiled addon, from its entry point. */
const ADDON_FOLDER = "../lib/";

/**
 * Says why tfjs-node cannot be loaded here, as far as that is cheap to see.
 *
 * Asks for no permission: a task that was not given `ffi` gets another engine,
 * not a question.
 *
 * @returns The reason in a few words; `undefined` if nothing speaks against it.
 */
export async function tfjsNodeObstacle(): Promise<string | undefined> {
  for (const name of ["env", "sys"] as const) {
    const { state } = await Deno.permissions.query({ name });
    if (state !== "granted") return `it was not given the permission ${name}`;
  }
  const addon = await findAddon();
  if (addon === undefined) return "its addon is not compiled";
  const { state } = await Deno.permissions.query({ name: "ffi", path: addon });
  if (state !== "granted") return "it was not given the permission ffi";
}

/**
 * Loads tfjs-node.
 *
 * Needs the permissions read (`node_modules`), env, sys and ffi (the addon).
 *
 * @returns The library on TensorFlow's C++ kernels.
 * @throws {Error} If the addon or its libraries are missing or do not load.
 */
export async function loadTfjsNode(): Promise<TfjsBackend> {
  quietenTensorFlow();
  restoreRemovedUtilities();
  const tf = await import("@tensorflow/tfjs-node");
  await tf.setBackend("tensorflow");
  const { TF_Version } = nativeBackend(tf).binding;
  return {
    name: "tfjs-node",
    version: `tfjs-node ${tf.version["tfjs-node"]}, TensorFlow ${TF_Version}`,
    tf,
    // Synchronous once the backend is there, though it returns a promise.
    activate: () => void tf.setBackend("tensorflow"),
    accelerate: (network) => fuseLstms(tf, network),
  };
}

/** Looks for the addon that was compiled for any version of Node's ABI. */
async function findAddon(): Promise<URL | undefined> {
  try {
    const entry = import.meta.resolve("@tensorflow/tfjs-node");
    const folder = new URL(ADDON_FOLDER, entry);
    for await (const { name } of Deno.readDir(folder)) {
      const addon = new URL(`${name}/tfjs_binding.node`, `${folder}`);
      if ((await Deno.stat(addon)).isFile) return addon;
    }
  } catch {
    return undefined;
  }
}

/** TensorFlow writes to stderr by itself; what a person has set is left alone. */
function quietenTensorFlow(): void {
  const settings = {
    TF_CPP_MIN_LOG_LEVEL: "2",
    // Also prints three lines, at any level; the LSTM kernels are not oneDNN's.
    TF_ENABLE_ONEDNN_OPTS: "0",
  };
  for (const [name, value] of Object.entries(settings)) {
    if (!Deno.env.has(name)) Deno.env.set(name, value);
  }
}

/** Node dropped two functions that tfjs-node 4.22 still calls (tensorflow/tfjs#8609). */
function restoreRemovedUtilities(): void {
  const removed = {
    isNullOrUndefined: (value: unknown) =>
      value === null || value === undefined,
    isArray: Array.isArray,
  };
  for (const [name, value] of Object.entries(removed)) {
    if (!(name in util)) Object.assign(util, { [name]: value });
  }
}
