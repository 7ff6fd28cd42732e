import type { Globals } from "./layout.ts";

/** The compiled kernel on a memory, its globals set for one thread. */
export interface Kernel {
  /** The memory that all threads share. */
  readonly memory: WebAssembly.Memory;
  /** The globals of this thread. */
  readonly globals: Globals;
  /** Adds a micro-batch's gradient to a block; gives its sum of squared errors. */
  accumulateGradient(
    windows: number,
    count: number,
    gradient: number,
    scale: number,
  ): number;
  /** Takes a step of Adam on a part of the parameters. */
  update(
    part: number,
    parts: number,
    shards: number,
    rate: number,
    epsilon: number,
  ): void;
  /** Computes what each step adds to the encoder's pre-activations. */
  project(steps: number, count: number): void;
  /** Reconstructs windows over projected steps. */
  reconstruct(
    starts: number,
    count: number,
    firstStep: number,
    out: number,
  ): void;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Compiles the kernel, once a process.
 *
 * @returns The module, which other threads may use too.
 */
export function compileKernel(): Promise<WebAssembly.Module> {
  return compiled ??= readKernel().then(WebAssembly.compile);
}

/**
 * Reads the kernel; needs the permission to read this folder.
 *
 * @returns The WebAssembly binary.
 */
export async function readKernel(): Promise<Uint8Array<ArrayBuffer>> {
  return await Deno.readFile(new URL("kernel.wasm", import.meta.url));
}

/**
 * Makes the kernel ready on a memory that is laid out for it.
 *
 * @param module The compiled kernel.
 * @param memory The memory, with zeros where a thread's own part lies.
 * @param globals Sizes and addresses, this thread's own among them.
 * @returns The kernel.
 */
export function openKernel(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  globals: Globals,
): Kernel {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  for (const [name, value] of Object.entries(globals)) {
    const global = exports[name];
    if (!(global instanceof WebAssembly.Global)) {
      throw new TypeError(`Cannot open the kernel: it has no global "${name}"`);
    }
    global.value = value;
  }
  // What the module exports is known when it is built.
  const functions = exports as unknown as Kernel & { prepare(): void };
  functions.prepare();
  const { accumulateGradient, update, project, reconstruct } = functions;
  return {
    memory,
    globals,
    accumulateGradient,
    update,
    project,
    reconstruct,
  };
}
