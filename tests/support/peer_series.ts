import { type Machine, machineOf } from "@lib/benchmark/machine.ts";
import type { RawTable } from "@lib/frame/raw_table.ts";
import type { MachineTables } from "@lib/source/labelled/machine_tables.ts";
import { rawOf } from "./tables.ts";

/** Steps to learn from, and to score. */
export const [TRAIN_STEPS, TEST_STEPS] = [400, 120] as const;

/** Factors that take the series out of [0, 1]. */
const FACTORS = {
  unit: [1, 1, 1, 1, 1, 1],
  units: [100, 3, 7, 20, 40, 1],
} as const;

/**
 * Makes the machine of `tests/testdata/peers/make_expected.py`: two waves, a spike
 * metric with an incident at steps 30 to 39 of test, one that is constant in train
 * and moves far from step 80 of test on, one that moves little, and rare jobs.
 *
 * @param units Whether all values lie in [0, 1].
 * @returns The machine.
 */
export function peerSeries(units: keyof typeof FACTORS): Machine {
  return machineOf(peerTables(units));
}

/**
 * Makes the same before it is brought onto the grid.
 *
 * @param units Whether all values lie in [0, 1].
 * @returns The machine's tables.
 */
export function peerTables(units: keyof typeof FACTORS): MachineTables {
  const part = (first: number, steps: number): RawTable => {
    const times = Array.from({ length: steps }, (_, i) => first + i);
    const columns = times.map((t) => valuesAt(t));
    return rawOf(
      times.map((t) => t * 60),
      Object.fromEntries(
        FACTORS[units].map((factor, m) => [
          `metric-${m}`,
          columns.map((row) => Math.fround(Math.fround(row[m]!) * factor)),
        ]),
      ),
    );
  };
  const test = part(TRAIN_STEPS, TEST_STEPS);
  const isLabelled = (row: number) => row >= 30 && row < 40 || row >= 80;
  return {
    name: "server-1",
    train: part(0, TRAIN_STEPS),
    test: {
      ...test,
      label: Uint8Array.from(test.times, (_, i) => isLabelled(i) ? 1 : 0),
    },
    causes: [
      { start: 430, end: 439, features: ["metric-2"] },
      { start: 480, end: 519, features: ["metric-3"] },
    ].map(({ start, end, features }) => ({
      ...{ startMs: start * 60_000, endMs: end * 60_000, features, note: "" },
    })),
  };
}

function valuesAt(t: number): readonly number[] {
  const noise = (t * 7919 + 104729) % 1009 / 1009;
  return [
    0.5 + 0.4 * Math.sin(t / 7),
    0.5 + 0.3 * Math.sin(t / 7 + 1) + 0.1 * noise,
    t >= 430 && t < 440 ? 1 : 0.2 * noise,
    t >= 480 ? 0.9 : 0.25,
    t >= 450 ? 0.508 : 0.5,
    t % 200 === 7 ? t < TRAIN_STEPS ? 1 : 0.3 : 0,
  ];
}
