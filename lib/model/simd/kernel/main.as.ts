/**
 * The LSTM autoencoder in WebAssembly SIMD: what the host can call and set.
 *
 * AssemblyScript is TypeScript's syntax for WebAssembly: `i32`, `f32` and `usize`
 * (an address) are numbers of that type, `load<f32>(address)` and
 * `store<f32>(address, value)` read and write the one memory that all threads
 * share. A `v128` is four f32 in one register, and each `f32x4.…` works on all
 * four at once: that is all that SIMD means here.
 *
 * Where things lie in the memory is decided by `../layout.ts`, which sets the
 * globals of `memory_map.as.ts`. Everything that is added up is added in an order
 * that does not depend on the number of threads.
 *
 * Built by `deno task build:simd` into `../kernel.wasm`.
 */
export * from "./memory_map.as";
export { prepare } from "./prepare.as";
export { accumulateGradient } from "./gradient.as";
export { update } from "./adam.as";
export { project, reconstruct } from "./score.as";
