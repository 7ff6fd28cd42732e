import { isoTime } from "../../lib/frame/iso_time.ts";
import { TIMESTAMP_COLUMN } from "../../lib/frame/schema.ts";
import { join } from "node:path";
import pl from "nodejs-polars";
import type { RecordedTable } from "./read_series.ts";
import type { RecordedIncident } from "./run_incidents.ts";
import { INSTANCE } from "./services.ts";

/** Six digits are more than the metrics are good for, and pack well. */
const DIGITS = 6;

/** A recording to be written. */
export interface Sample {
  /** All of it. */
  readonly table: RecordedTable;
  /** First row of the test part, milliseconds since 1970 UTC. */
  readonly splitMs: number;
  /** What the test part's labels say. */
  readonly incidents: readonly RecordedIncident[];
}

/**
 * Writes a recording as `server-1.train.parquet`, `server-1.test.parquet` and
 * `server-1.labels.csv`.
 *
 * @param folder Where; it is made where it is not there.
 * @param sample The recording.
 * @returns The paths of the files.
 */
export async function writeSample(
  folder: string,
  { table, splitMs, incidents }: Sample,
): Promise<string[]> {
  const found = table.timesMs.findIndex((ms) => ms >= splitMs);
  const split = found < 0 ? table.timesMs.length : found;
  const files = [
    [`${INSTANCE}.train.parquet`, toParquet(table, 0, { end: split })],
    [
      `${INSTANCE}.test.parquet`,
      toParquet(table, split, { end: table.timesMs.length }),
    ],
    [`${INSTANCE}.labels.csv`, new TextEncoder().encode(labelsCsv(incidents))],
  ] as const;
  await Deno.mkdir(folder, { recursive: true });
  return await Promise.all(files.map(async ([name, bytes]) => {
    const path = join(folder, name);
    await Deno.writeFile(path, bytes);
    return path;
  }));
}

/**
 * Writes incidents as labels; times are on whole seconds, the first before and
 * the last after what happened.
 *
 * @param incidents In order of time.
 * @returns CSV with a header: `start,end,features,note`, both ends included.
 */
export function labelsCsv(incidents: readonly RecordedIncident[]): string {
  const lines = incidents.map(({ startMs, endMs, features, note }) =>
    [
      isoTime(Math.floor(startMs / 1000) * 1000),
      isoTime(Math.ceil(endMs / 1000) * 1000),
      features.join(";"),
      note.replaceAll(",", ""),
    ].join(",")
  );
  return ["start,end,features,note", ...lines, ""].join("\n");
}

function toParquet(
  { timesMs, columns }: RecordedTable,
  start: number,
  { end }: { readonly end: number },
): Uint8Array {
  const times = pl.Series(
    TIMESTAMP_COLUMN,
    timesMs.slice(start, end),
    pl.Float64,
  );
  return pl.DataFrame([
    times.cast(pl.Int64).cast(pl.Datetime("ms", "UTC")),
    ...Array.from(columns, ([name, values]) =>
      pl.Series(
        name,
        values.slice(start, end).map((value) =>
          value === null ? null : Number(value.toPrecision(DIGITS))
        ),
        pl.Float64,
      )),
  ]).writeParquet({ compression: "zstd" });
}
