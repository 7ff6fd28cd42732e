import { formatSpan } from "../../frame/units.ts";
import { countText, listText, nameText } from "../words.ts";
import type { Evidence } from "./evidence.ts";
import { fileName } from "./file_name.ts";

/** Digits of a SHA-256 that tell files apart. */
const HASH_DIGITS = 12;

/** Files that are named. */
const MOST_NAMED = 3;

/**
 * Says in one line where a chart or the numbers of a section came from: files,
 * and the Prometheus server where one was recorded from there. What it leaves out, such as the parameters, stands once a report.
 *
 * @param evidence The evidence.
 * @returns Such as `"server-1.parquet (SHA-256 ad6e15019e14…), 2026-01-01
 *   14:00–14:33 UTC; model server-1, version a16dfde8c5cb"`.
 */
export function evidenceText(
  { inputs, window, intervalMs, model }: Evidence,
): string {
  const files = inputs.slice(0, MOST_NAMED).map(({ path, sha256, query }) => {
    const hash = `SHA-256 ${sha256.slice(0, HASH_DIGITS)}…`;
    const from = query ? `, recorded from ${nameText(query.server)}` : "";
    return `${nameText(fileName(path))} (${hash}${from})`;
  });
  const more = inputs.length - files.length;
  const span = formatSpan(Date.parse(window.start), Date.parse(window.end), {
    intervalMs,
  });
  const from = listText([
    ...files,
    ...(more > 0 ? [countText(more, "more file")] : []),
  ]);
  const by = model === null
    ? ""
    : `; model ${nameText(model.name)}, version ${nameText(model.version)}`;
  return `${from === "" ? "" : `${from}, `}${span}${by}`;
}
