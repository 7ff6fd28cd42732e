import assert from "node:assert/strict";
import { countTests, formatCount } from "../../../tools/test_count.ts";

Deno.test("countTests() reads the summary, tests not steps", () => {
  const output = "FAILED | 12 passed (34 steps) | 2 failed (1 step) | " +
    "3 ignored (1m2s)\n\nerror: Test failed\n";
  assert.deepEqual(countTests(output, 1), {
    passed: 12,
    failed: 2,
    skipped: 3,
  });
});

Deno.test("countTests() reads a summary with filtered and coloured text", () => {
  const output =
    "\x1b[0m\x1b[32mok\x1b[0m | 1 passed | 0 failed | 7 filtered out " +
    "\x1b[90m(5ms)\x1b[0m\n";
  assert.deepEqual(countTests(output, 0), { passed: 1, failed: 0, skipped: 0 });
});

Deno.test("countTests() takes the last summary, not one that a test printed", () => {
  const output =
    "ok | 99 passed | 0 failed (1ms)\nok | 2 passed | 0 failed (9ms)\n";
  assert.equal(countTests(output, 0).passed, 2);
});

Deno.test("countTests() counts a breakdown as a failure", async (t) => {
  await t.step("before any test", () => {
    assert.deepEqual(countTests("", 1), { passed: 0, failed: 1, skipped: 0 });
  });
  await t.step("after some tests", () => {
    const output = [
      "a passes ...",
      "  its step ... ok (0ms)",
      "a passes ... ok (2ms)",
      "b fails ... FAILED (due to 1 failed step) (1ms)",
      "c waits ... ignored (0ms)",
      "d takes the process down ...",
    ].join("\n");
    assert.deepEqual(countTests(output, 139), {
      passed: 1,
      failed: 2,
      skipped: 1,
    });
  });
  await t.step("with status 0", () => {
    assert.equal(countTests("nothing ran", 0).failed, 1);
  });
});

Deno.test("countTests() counts a bad status without a failed test as a failure", () => {
  assert.equal(countTests("ok | 2 passed | 0 failed (9ms)\n", 1).failed, 1);
});

Deno.test("formatCount() names skipped tests only where there are some", () => {
  const count = { passed: 3, failed: 0, skipped: 0 };
  assert.equal(formatCount(count), "3 passed, 0 failed");
  assert.equal(
    formatCount({ ...count, skipped: 2 }),
    "3 passed, 0 failed, 2 skipped",
  );
});
