/**
 * Builds lib/model/simd/kernel.wasm: writes the micro-kernels, then compiles.
 */
import { buildKernel, KERNEL } from "./build_kernel.ts";
import { MICRO_KERNELS, microKernels } from "./micro_kernels.ts";
import { withoutFlags } from "./without_flags.ts";

withoutFlags({
  task: "build:simd",
  about: "Builds lib/model/simd/kernel.wasm from its AssemblyScript.",
});

await Deno.writeTextFile(MICRO_KERNELS, microKernels());
const wasm = await buildKernel();
await Deno.writeFile(KERNEL, wasm);
// deno-lint-ignore no-console
console.log(`${wasm.length} bytes`);
