import assert from "node:assert/strict";
import { weightSpecs } from "@lib/model/network_shape.ts";
import { splitWeights } from "@lib/model/flat_weights.ts";
import { simdReconstructor } from "@lib/model/simd/simd_reconstructor.ts";
import { assertClose } from "../../../support/close.ts";
import { drawCase, simdGradient } from "../../../support/simd_case.ts";
import cases from "../../../testdata/model/simd_cases.json" with {
  type: "json",
};

// PyTorch 2.13.0 in float64; see tests/testdata/model/simd_cases.py.
for (const each of cases) {
  const { window, features, hidden, windows } = each;
  const shape = { window, features, hidden };
  const name = `${windows} windows of ${window} × ${features}, ${hidden} units`;
  const drawn = drawCase(each.seed, shape, { windows });

  Deno.test(`The kernel's gradient is PyTorch's: ${name}`, async () => {
    const { loss, gradient } = await simdGradient(drawn);
    assertClose([loss], [each.loss], { within: 1e-6 * each.loss });
    const largest = Math.max(...each.largest);
    const stored = gradient.filter((_, i) => i % each.stride === 0);
    assertClose(stored, each.gradients, { within: 1e-5 * largest });
    const ofWeights = splitWeights(gradient, shape)
      .map((values) => values.reduce((a, b) => Math.max(a, Math.abs(b)), 0));
    assertClose(ofWeights, each.largest, { within: 1e-5 * largest });
  });

  Deno.test(`The kernel reconstructs what PyTorch does: ${name}`, async () => {
    const weights = splitWeights(drawn.weights, shape);
    const network = await simdReconstructor({ shape, weights }, { threads: 1 });
    const last = await network.reconstruct(drawn.windows, { steps: "last" });
    network.dispose();
    const stored = last.filter((_, i) => i % each.lastStride === 0);
    assertClose(stored, each.last, { within: 2e-6 });
  });
}

Deno.test("simd_cases.json holds gradients of each weight that a wrong one would miss", () => {
  weightSpecs(cases[0]!).forEach(({ name }, i) => {
    const telling = cases.filter(({ largest }) =>
      largest[i]! > 1e-2 * Math.max(...largest)
    );
    assert(telling.length >= 5, `${name}: ${telling.length}`);
  });
});
