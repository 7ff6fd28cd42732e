import assert from "node:assert/strict";
import { earlyWarning } from "@lib/detect/trend/early_warning.ts";
import { seededRandom } from "@lib/model/random.ts";
import { fc } from "../support/fast_check.ts";
import {
  autoregressive,
  minutes,
  WANDERS,
  withLeak,
} from "../../tools/warnings/wanders.ts";

const DAY = 1440;
const RUNS = 30;

for (const [name, wander] of Object.entries(WANDERS)) {
  Deno.test(`early warnings are silent where there is no trend: ${name}`, () => {
    const random = seededRandom(23);
    let warned = 0;
    for (let run = 0; run < RUNS; run++) {
      const steps = Math.floor((3 + 2 * random()) * DAY);
      if (earlyWarning(minutes(wander(steps, random)))(steps)) warned++;
    }
    // docs/method.md: about 1 in 100 looks at most; more than 2 of 30 would be
    // chance in one of 300.
    assert.ok(warned <= 2, `${warned} of ${RUNS}`);
  });
}

Deno.test("early warnings find most leaks, and hold their end in the interval", () => {
  const random = seededRandom(11);
  let [found, inside] = [0, 0];
  for (let run = 0; run < RUNS; run++) {
    const leak = { start: 4 * DAY, steps: DAY / 2 };
    const now = leak.start + leak.steps / 2;
    const noise = autoregressive(0.95, 0.03)(now, random);
    const warning = earlyWarning(minutes(withLeak(noise, leak)))(now);
    if (warning === null) continue;
    found++;
    const [early, late] = warning.interval.map(Date.parse);
    const truth = (leak.start + leak.steps) * 60_000;
    if (early! <= truth && truth <= late!) inside++;
  }
  assert.ok(found >= 0.7 * RUNS, `${found} of ${RUNS} found`);
  assert.ok(inside >= 0.8 * found, `${inside} of ${found} inside`);
});

Deno.test("early warnings do not depend on the unit, nor on what comes later", () => {
  const shape = fc.record({
    seed: fc.integer(),
    hours: fc.integer({ min: 2, max: 30 }),
    share: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
    power: fc.integer({ min: -20, max: 20 }),
    later: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(shape, ({ seed, hours, share, power, later }) => {
      const random = seededRandom(seed);
      const leak = { start: 4 * DAY, steps: hours * 60 };
      const now = Math.floor(leak.start + share * leak.steps);
      const noise = autoregressive(0.9, 0.02)(now + later, random);
      const values = withLeak(noise, leak);
      const plain = earlyWarning(minutes(values.slice(0, now)))(now);
      // A power of two changes no digit.
      const scaled = values.map((value) => value * 2 ** power);
      const other = earlyWarning(minutes(scaled))(now);
      assert.equal(other?.exhaustedAt, plain?.exhaustedAt);
      assert.deepEqual(other?.interval, plain?.interval);
      assert.equal(
        other?.level,
        plain && plain.level * 2 ** power || undefined,
      );
    }),
    { numRuns: 15 },
  );
});
