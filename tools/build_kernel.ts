import asc from "assemblyscript/asc";

/** The engine's folder. */
const FOLDER = new URL("../lib/model/simd/", import.meta.url);

/** The compiled kernel, committed. */
export const KERNEL = new URL("kernel.wasm", FOLDER);

/** Most pages of 64 KiB that 32-bit addresses reach. */
const MOST_PAGES = 65_536;

/**
 * Compiles the engine's AssemblyScript.
 *
 * @returns The module: the same bytes for the same sources.
 * @throws {Error} If a source is wrong, with the compiler's words.
 */
export async function buildKernel(): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([
    "main.as.ts",
    "--outFile=kernel.wasm",
    // Not optimised here, but by V8: Binaryen gathers what micro-kernels spread over
    // a loop's turn, and then registers do not suffice.
    "--noAssert",
    // Nothing is ever allocated: the host lays the memory out.
    "--runtime=stub",
    "--enable=simd,relaxed-simd,threads",
    "--importMemory",
    "--sharedMemory",
    "--initialMemory=1",
    `--maximumMemory=${MOST_PAGES}`,
  ], {
    readFile: (name) =>
      Deno.readTextFile(new URL(`kernel/${name}`, FOLDER)).catch(() => null),
    writeFile: (_, contents) => {
      if (contents instanceof Uint8Array) wasm = contents;
    },
    listFiles: () => [],
  });
  if (error || !wasm) {
    throw new Error(`Cannot build the kernel: ${stderr.toString()}`);
  }
  return wasm;
}
