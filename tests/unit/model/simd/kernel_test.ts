import assert from "node:assert/strict";
import { compileKernel, readKernel } from "@lib/model/simd/kernel.ts";
import { LANES, SCORE_LANES } from "@lib/model/simd/layout.ts";
import { planWork } from "@lib/model/simd/plan.ts";
import { buildKernel } from "../../../../tools/build_kernel.ts";
import {
  MICRO_KERNELS,
  microKernels,
} from "../../../../tools/micro_kernels.ts";

Deno.test("kernel.wasm is what `deno task build:simd` builds of its sources", async () => {
  assert.equal(await Deno.readTextFile(MICRO_KERNELS), microKernels());
  assert.deepEqual(await buildKernel(), new Uint8Array(await readKernel()));
});

Deno.test("The layout sets all globals of the kernel, and its constants are the kernel's", async () => {
  const plan = planWork({
    shape: { window: 3, features: 2, hidden: 5 },
    scored: 1,
    trained: 1,
    batchSize: 4,
    threads: 1,
  });
  const module = await compileKernel();
  const memory = new WebAssembly.Memory({
    initial: 1,
    maximum: 1,
    shared: true,
  });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const globals = Object.entries(exports).filter(([, value]) =>
    value instanceof WebAssembly.Global
  ) as [string, WebAssembly.Global][];
  const constants = { LANES, SCORE_LANES, F32: 4 };
  assert.deepEqual(
    globals.map(([name]) => name).sort(),
    Object.keys({ ...plan.layout.shared, ...plan.layout.own[0], ...constants })
      .sort(),
  );
  for (const [name, value] of Object.entries(constants)) {
    assert.equal((exports[name] as WebAssembly.Global).value, value);
  }
});

Deno.test("The kernel gives the same bits from either of V8's compilers", async () => {
  // Multiplying and adding may or may not round in between; both must do alike.
  const support = import.meta.resolve("../../../support/simd_case.ts");
  const program = `
    import { drawCase, simdGradient } from ${JSON.stringify(support)};
    const shape = { window: 7, features: 5, hidden: 12 };
    const { gradient } = await simdGradient(drawCase(7, shape, { windows: 9 }));
    const hash = await crypto.subtle.digest("SHA-256", gradient);
    console.log(new Uint8Array(hash).toHex());`;
  const outputs = await Promise.all(
    ["--liftoff-only", "--no-liftoff"].map(async (flag) => {
      const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          "eval",
          "--no-check",
          `--v8-flags=${flag}`,
          program,
        ],
        cwd: new URL("../../../../", import.meta.url),
      }).output();
      return new TextDecoder().decode(stdout) ||
        new TextDecoder().decode(stderr);
    }),
  );
  assert.match(outputs[0]!, /^[0-9a-f]{64}\n$/);
  assert.equal(outputs[1], outputs[0]);
});
