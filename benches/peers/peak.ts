import asc from "assemblyscript/asc";

/** Operations of a turn of `peak.as.ts`: 12 registers of 4 numbers, 2 each. */
const TURN = 12 * 4 * 2;

/** Turns of a call; a call is short, so that some fall into quiet moments. */
const TURNS = 100_000;
const CALLS = 200;

/**
 * Measures the most operations that one core does in WebAssembly's 128-bit
 * registers.
 *
 * @returns float32 operations a second, of the quickest call.
 */
export async function wasmPeak(): Promise<number> {
  const multiplyAdd = await compilePeak();
  let best = 0;
  for (let call = 0; call < CALLS; call++) {
    const begun = performance.now();
    multiplyAdd(TURNS);
    const seconds = (performance.now() - begun) / 1000;
    best = Math.max(best, TURN * TURNS / seconds);
    // V8 puts optimised code in place between calls.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return best;
}

async function compilePeak(): Promise<(times: number) => number> {
  let wasm = new Uint8Array();
  const { error, stderr } = await asc.main([
    "peak.as.ts",
    "--outFile=peak.wasm",
    "-O3",
    "--runtime=stub",
    "--enable=simd,relaxed-simd",
    "--initialMemory=1",
  ], {
    readFile: (name) =>
      Deno.readTextFile(new URL(name, import.meta.url)).catch(() => null),
    writeFile: (_, contents) => {
      if (typeof contents !== "string") wasm = new Uint8Array(contents);
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`Cannot measure the peak: ${stderr}`);
  const { instance } = await WebAssembly.instantiate(wasm);
  const { multiplyAdd } = instance.exports;
  return multiplyAdd as (times: number) => number;
}
