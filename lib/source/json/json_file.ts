import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import type { FileRows } from "../rows/file_rows.ts";
import { gunzip } from "../rows/gunzip.ts";
import {
  parseRangeAnswer,
  type RangeSeries,
  record,
} from "../prometheus/prometheus_answer.ts";
import { parseSadf } from "./sadf.ts";
import { hostOf, nameSeries } from "../rows/series_names.ts";
import { seriesRows } from "../rows/series_rows.ts";
import { isExportLine, parseExport } from "./victoria_export.ts";

/** A longer text does not fit into one string. */
const MAX_BYTES = 400 * 2 ** 20;

/**
 * Reads a JSON file of metrics: an answer of Prometheus' `query_range`, lines of
 * VictoriaMetrics' `/api/v1/export`, or `sadf -j`.
 *
 * @param file The path.
 * @param head Whether it is packed with gzip.
 * @returns Its rows, by host and time.
 * @throws {InputError} If it is none of these.
 */
export async function readJson(
  file: string,
  { isPacked }: { readonly isPacked: boolean },
): Promise<FileRows> {
  const text = await textOf(file, isPacked);
  if (isExportLine(text.slice(0, lineEnd(text)))) {
    return rowsOf(file, parseExport(text, file));
  }
  const value = parse(text);
  if (value === undefined) {
    throw new InputError(`read ${file}`, "it must be whole JSON", {
      hint: "is the file cut short?",
    });
  }
  return record(value)?.sysstat === undefined
    ? rowsOf(file, parseRangeAnswer(value, `read ${file}`))
    : seriesRows(file, parseSadf(value, file));
}

function rowsOf(file: string, series: readonly RangeSeries[]): FileRows {
  if (series.every(({ ms }) => ms.length === 0)) {
    throw new InputError(`read ${file}`, "it must hold values", {
      hint: "the query found nothing",
    });
  }
  const nameless = basename(file).replace(/(\.jsonl?)?(\.gz)?$/i, "");
  const all = series.map(({ labels }) => labels);
  const names = nameSeries(all, nameless);
  return seriesRows(
    file,
    series.map(({ labels, ms, values }, i) => (
      { name: names[i] ?? nameless, host: hostOf(labels), ms, values }
    )),
  );
}

async function textOf(file: string, isPacked: boolean): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const pieces: string[] = [];
  let length = 0;
  try {
    const bytes = isPacked ? gunzip(file) : (await Deno.open(file)).readable;
    for await (const piece of bytes) {
      length += piece.length;
      if (length > MAX_BYTES) throw tooLong(file);
      pieces.push(decoder.decode(piece, { stream: true }));
    }
    return pieces.join("") + decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new InputError(`read ${file}`, "it must be UTF-8 text", { cause });
  }
}

function tooLong(file: string): InputError {
  return new InputError(
    `read ${file}`,
    `JSON must be ${MAX_BYTES / 2 ** 20} MiB at most`,
    { hint: "export a shorter time, or record it: deno task record" },
  );
}

function lineEnd(text: string): number {
  const end = text.indexOf("\n");
  return end < 0 ? text.length : end;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
