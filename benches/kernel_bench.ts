/**
 * The WebAssembly kernel by itself, on one thread: the matrix product that it is
 * made of, and the LSTM autoencoder forward and back. Each run's size stands in its
 * name: a multiply-add counts as two FLOP.
 */
import { compileKernel, openKernel } from "../lib/model/simd/kernel.ts";
import { planWork } from "../lib/model/simd/plan.ts";
import { scoreSlot } from "../lib/model/simd/slots.ts";

const shape = { window: 10, features: 22, hidden: 64 };
const plan = planWork({
  shape,
  scored: 1,
  trained: 1,
  batchSize: 64,
  threads: 1,
});
const { layout } = plan;
const pages = Math.ceil(layout.bytes / 2 ** 16);
const memory = new WebAssembly.Memory({
  initial: pages,
  maximum: pages,
  shared: true,
});
const globals = { ...layout.shared, ...layout.own[0] };
const kernel = openKernel(await compileKernel(), memory, globals);
const { encoder = 0, gradients = 0 } = layout.shared;
const floats = new Float32Array(memory.buffer);
floats.fill(0.01, encoder / 4, encoder / 4 + layout.parameters);
const [slot = 0] = layout.slots;
floats.fill(0.5, slot / 4, slot / 4 + plan.jobSteps * shape.features);

const ROWS = plan.jobSteps;
const DEPTH = shape.features + 1;
const COLUMNS = 4 * shape.hidden;
const a = new Float32Array(ROWS * DEPTH).fill(0.5);
const b = new Float32Array(DEPTH * COLUMNS).fill(0.01);
const c = new Float32Array(ROWS * COLUMNS);
const size = `${ROWS} × ${DEPTH} × ${COLUMNS}`;

Deno.bench(`matrix product ${size}, plain TypeScript`, {
  group: "matrix product",
  baseline: true,
}, () => {
  c.fill(0);
  for (let i = 0; i < ROWS; i++) {
    for (let k = 0; k < DEPTH; k++) {
      const factor = a[i * DEPTH + k]!;
      for (let j = 0; j < COLUMNS; j++) {
        c[i * COLUMNS + j]! += factor * b[k * COLUMNS + j]!;
      }
    }
  }
});

Deno.bench(`matrix product ${size}, kernel: project()`, {
  group: "matrix product",
}, () => {
  kernel.project(slot, ROWS);
});

const starts = slot + scoreSlot(plan).starts;
new Int32Array(memory.buffer, starts, 16).set(Array(16).keys().toArray());
const out = slot + scoreSlot(plan).out;
kernel.project(slot, ROWS);

Deno.bench("16 windows of 10 × 22, forward: reconstruct()", () => {
  kernel.reconstruct(starts, 16, shape.window - 1, out);
});

const trained = layout.slots[1] ?? 0;
floats.fill(0.5, trained / 4, trained / 4 + 8 * shape.window * shape.features);
// The way back reads copies of the parameters.
kernel.update(0, 1, 0, 0, 0);

Deno.bench(
  "8 windows of 10 × 22, forward and back: accumulateGradient()",
  () => {
    kernel.accumulateGradient(trained, 8, gradients, 1);
  },
);

Deno.bench(
  `a step of Adam on ${layout.parameters} parameters: update()`,
  () => {
    kernel.update(0, 1, plan.shards, 1e-3, 1e-7);
  },
);
