import assert from "node:assert/strict";
import { splitWeights } from "@lib/model/flat_weights.ts";
import { buildNetwork, forward } from "@lib/model/tfjs/network.ts";
import { reconstructWindows } from "@lib/model/tfjs/reconstruct.ts";
import { simdReconstructor } from "@lib/model/simd/simd_reconstructor.ts";
import { gatherWindows, inOrder } from "@lib/model/windows.ts";
import { assertClose } from "../support/close.ts";
import { backendOf } from "../support/engines.ts";
import { fc } from "../support/fast_check.ts";
import { drawCase, type SimdCase, simdGradient } from "../support/simd_case.ts";

const anyCase = fc.record({
  seed: fc.nat(),
  windows: fc.integer({ min: 1, max: 40 }),
  shape: fc.record({
    window: fc.integer({ min: 1, max: 12 }),
    features: fc.integer({ min: 1, max: 40 }),
    hidden: fc.integer({ min: 1, max: 40 }),
  }),
}).map(({ seed, shape, windows }) => drawCase(seed, shape, { windows }));

Deno.test("The kernel's loss and gradient are tfjs' for any shape", async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (drawn) => {
      // tfjs cannot differentiate an LSTM of one step; PyTorch's cases have it.
      fc.pre(drawn.shape.window > 1);
      const expected = await tfjsGradient(drawn);
      const { loss, gradient } = await simdGradient(drawn);
      const largest = expected.gradient.reduce(
        (a, b) => Math.max(a, Math.abs(b)),
        0,
      );
      assertClose([loss], [expected.loss], { within: 1e-5 * expected.loss });
      assertClose(gradient, expected.gradient, { within: 1e-5 * largest });
    }),
    { numRuns: 12 },
  );
});

Deno.test("The kernel reconstructs any windows of a series as tfjs does", async () => {
  const backend = await backendOf("wasm");
  const anyWindows = fc.record({
    drawn: anyCase,
    // Strides and gaps of all sizes: overlapping, touching, apart, repeated.
    strides: fc.oneof(
      fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 50 }),
      fc.nat({ max: 15 }).map((stride) => Array<number>(40).fill(stride)),
    ),
    steps: fc.constantFrom("last" as const, "all" as const),
  });
  await fc.assert(
    fc.asyncProperty(anyWindows, async ({ drawn, strides, steps }) => {
      const { shape } = drawn;
      let end = shape.window;
      const ends = Int32Array.from(strides, (stride) => end += stride);
      const { windows: { values } } = drawCase(1, shape, { windows: end + 1 });
      const windows = { ...drawn.windows, values, ends };
      const content = { shape, weights: splitWeights(drawn.weights, shape) };
      const network = await buildNetwork(backend, content);
      const expected = await reconstructWindows(
        { backend, network, windows },
        { steps },
      );
      network.dispose();
      const simd = await simdReconstructor(content, { threads: 1 });
      const actual = await simd.reconstruct(windows, { steps });
      assertClose(actual, expected, { within: 5e-6 });
    }),
    { numRuns: 16 },
  );
});

/** Takes loss and gradient by tfjs' own differentiation. */
async function tfjsGradient({ shape, weights, windows }: SimdCase) {
  const backend = await backendOf("wasm");
  const { tf } = backend;
  const network = await buildNetwork(backend, {
    shape,
    weights: splitWeights(weights, shape),
  });
  const { length, features } = windows;
  const { loss, gradient } = tf.tidy(() => {
    const inputs = gatherWindows(windows, inOrder(windows));
    const x = tf.tensor3d(inputs, [windows.ends.length, length, features]);
    const { value, grads } = tf.variableGrads(() =>
      forward(backend, network, x).sub(x).square().mean()
    );
    const all = network.trainableWeights.map((weight) => {
      const { name } = weight.read() as { name?: string };
      return [...grads[name ?? ""]!.dataSync()];
    });
    return { loss: value.dataSync()[0]!, gradient: all.flat() };
  });
  network.dispose();
  assert.equal(gradient.length, weights.length);
  return { loss, gradient };
}
