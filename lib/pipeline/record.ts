import { InputError } from "../errors.ts";
import { HOST_COLUMN, TIMESTAMP_COLUMN } from "../frame/schema.ts";
import { isoTime } from "../frame/iso_time.ts";
import type { ProgressListener } from "./base/progress.ts";
import type { RecordParams } from "./params/record_params.ts";
import { writeFile } from "./files/write_folder.ts";
import {
  type PrometheusTable,
  readPrometheus,
} from "../source/prometheus/prometheus.ts";
import { prometheusClient } from "../source/prometheus/prometheus_client.ts";
import { withQuery } from "../source/prometheus/recorded_query.ts";
import { readHead } from "../source/rows/table_file.ts";
import { toParquet } from "../source/parquet/to_parquet.ts";

/** What the record step needs besides its parameters. */
export interface RecordContext {
  /** The `Authorization` header, or `undefined`. */
  readonly authorization: string | undefined;
  /** Hears of progress. */
  readonly listener: ProgressListener;
}

/**
 * The record step: reads one server's metrics from Prometheus and writes them
 * to a Parquet file, whole or not at all.
 *
 * Columns without any value are kept, so that a report lists them. What was asked
 * stands in the file's metadata, so that a report can tell where it came from.
 *
 * @param params What to record, and where to.
 * @param context Credentials, and who hears of progress.
 * @returns What was recorded.
 * @throws {InputError} If Prometheus cannot be read, or `out` is something else.
 */
export async function record(
  params: RecordParams,
  { authorization, listener }: RecordContext,
): Promise<PrometheusTable> {
  const { url, from, to, stepMs, instance, queries, out } = params;
  await refuseForeignFile(out);
  listener({
    kind: "said",
    text: `Reading ${isoTime(from)} to ${isoTime(to)} from ${url}`,
  });
  const table = await readPrometheus(prometheusClient(url, { authorization }), {
    fromMs: from,
    toMs: to,
    stepMs,
    instance,
    queries,
  });
  const { host, instance: asked, times, columns } = table;
  const bytes = toParquet([
    { name: TIMESTAMP_COLUMN, kind: "time", ms: times },
    {
      name: HOST_COLUMN,
      kind: "text",
      texts: new Array<string>(times.length).fill(host),
    },
    ...columns.map(({ name, values }) =>
      ({ name, kind: "double", values }) as const
    ),
  ]);
  await writeFile(
    out,
    withQuery(bytes, {
      ...{ server: url, instance: asked, columns: table.queries },
      ...{ from: isoTime(from), to: isoTime(to), step: `${stepMs / 1000}s` },
    }),
  );
  return table;
}

/** Nobody loses a file of theirs to a mistyped `--out`. */
async function refuseForeignFile(out: string): Promise<void> {
  const info = await Deno.stat(out).catch(() => null);
  if (!info) return;
  const isOurs = info.isFile &&
    await readHead(out).then(({ kind }) => kind === "parquet", () => false);
  if (isOurs) return;
  throw new InputError(
    `write ${out}`,
    "it must be a Parquet file, or not yet be",
    {
      hint: "give another --out",
    },
  );
}
