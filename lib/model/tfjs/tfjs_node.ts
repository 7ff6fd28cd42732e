import util from "node:util";
import { fuseLstms } from "./fused_lstm.ts";
import { nativeBackend } from "./native_backend.ts";
import type { TfjsBackend } from "./tensorflow.ts";

/** Where tfjs-node looks for its compiled addon, from its entry point. */
const ADDON_FOLDER = "../lib/";

/** What the addon's loader asks of the system, `--allow-sys=…`. */
const SYS = [
  { name: "sys", kind: "cpus" },
  { name: "sys", kind: "hostname" },
  { name: "sys", kind: "networkInterfaces" },
] as const;

/**
 * Says why tfjs-node cannot be loaded here, as far as that is cheap to see.
 *
 * Asks for no permission: a task that was not given `ffi` gets another engine,
 * not a question.
 *
 * @returns The reason in a few words; `undefined` if nothing speaks against it.
 */
export async function tfjsNodeObstacle(): Promise<string | undefined> {
  const addon = await findAddon();
  if (addon === undefined) return "its addon is not compiled";
  const ffi = await Deno.permissions.query({ name: "ffi", path: addon });
  if (ffi.state !== "granted") return "the permission ffi is not given";
  for (const wanted of [{ name: "env" }, ...SYS] as const) {
    const { state } = await Deno.permissions.query(wanted);
    // Denied is not fatal: variables may be ignored, and a failure is caught.
    if (state === "prompt") return `the permission ${wanted.name} is not given`;
  }
}

/**
 * Loads tfjs-node.
 *
 * Needs the permissions read (`node_modules`), env (other variables than
 * TensorFlow's may be ignored), sys (cpus, hostname, networkInterfaces)
 * and ffi (its package).
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
    // oneDNN announces itself at any level; no LSTM kernel is among its own.
    TF_ENABLE_ONEDNN_OPTS: "0",
  };
  for (const [variable, value] of Object.entries(settings)) {
    const { state } = Deno.permissions.querySync({ name: "env", variable });
    if (state !== "granted" || Deno.env.has(variable)) continue;
    Deno.env.set(variable, value);
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
