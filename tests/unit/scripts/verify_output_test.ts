import assert from "node:assert/strict";
import { verifyOutput } from "../../../scripts/verify_output.ts";

Deno.test("verifyOutput() names a few of many runs that do not hold in its last line", () => {
  const runs = Array.from({ length: 700 }, (_, i) => ({
    ...{ folder: `/srv/host-${i}`, problem: `Cannot verify host-${i}: gone` },
  }));
  const { failure, lines } = verifyOutput(runs);
  assert.equal(
    failure,
    "Cannot verify host-0: gone; Cannot verify host-1: gone; Cannot verify host-2: gone; 697 more runs that do not hold",
  );
  assert.equal(lines.length, 1400);
});
