/**
 * Writes the Parquet table of `deno task bench:scale`: `FILE ROWS FEATURES`. A row
 * a minute; a daily rhythm with noise.
 */
import { seededRandom } from "../../lib/model/random.ts";
import { toParquet } from "../../lib/source/parquet/to_parquet.ts";

const DAY_ROWS = 1440;

const [file = "", rows, features] = Deno.args;
const steps = Number(rows);
const random = seededRandom(1);
const column = (f: number) => {
  const values = new Float64Array(steps);
  for (let t = 0; t < steps; t++) {
    const phase = 2 * Math.PI * t / DAY_ROWS + f;
    values[t] = 10 + 5 * Math.sin(phase) + random() + random() - 1;
  }
  return values;
};
const ms = new Float64Array(steps);
for (let t = 0; t < steps; t++) ms[t] = Date.UTC(2000, 0, 1) + 60_000 * t;
await Deno.writeFile(
  file,
  toParquet([
    { name: "timestamp", kind: "time", ms },
    ...Array.from({ length: Number(features) }, (_, f) => (
      { name: `m${f}`, kind: "double" as const, values: column(f) }
    )),
  ]),
);
