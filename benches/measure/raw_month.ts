import type { RawTable } from "../../lib/frame/raw_table.ts";
import { SCHEMA, SERVER_UP } from "../../lib/frame/schema.ts";
import { seededRandom } from "../../lib/model/random.ts";

const DAY_MINUTES = 1440;

/**
 * Makes a table as it is read: a month of minutes, the schema's 22 metrics, a
 * daily rhythm with noise.
 *
 * @returns The table, the same at each call.
 */
export function rawMonth(): RawTable {
  const random = seededRandom(1);
  const rows = 30 * DAY_MINUTES;
  const minutes = (of: (t: number) => number) =>
    Float64Array.from({ length: rows }, (_, t) => of(t));
  return {
    host: "server-1",
    times: minutes((t) => Date.UTC(2026, 0, 1) + 60_000 * t),
    columns: SCHEMA.filter(({ name }) => name !== SERVER_UP)
      .map(({ name }, f) => ({
        name,
        values: minutes((t) =>
          10 + Math.sin(2 * Math.PI * t / DAY_MINUTES + f) + random()
        ),
      })),
    label: null,
    excluded: [],
    facts: {
      files: [],
      rows,
      duplicates: 0,
      unordered: 0,
      badTimes: 0,
      badCells: [],
      infinite: 0,
      clock: "zoned",
    },
  };
}
