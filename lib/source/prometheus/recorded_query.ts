import { readNotes, withNote } from "../parquet/notes.ts";
import { prometheusUrl } from "./prometheus_url.ts";

/** What a file recorded from Prometheus was asked with: never a credential. */
export interface RecordedQuery {
  /** Address of the Prometheus server. */
  readonly server: string;
  /** The server's instance label; `null` where queries of one's own named none. */
  readonly instance: string | null;
  /** First instant that was asked for, ISO 8601 UTC. */
  readonly from: string;
  /** First instant that was not, ISO 8601 UTC. */
  readonly to: string;
  /** The length of a step, such as `"60s"`. */
  readonly step: string;
  /** PromQL by column, as it was sent. */
  readonly columns: Readonly<Record<string, string>>;
}

/** The key in the file's metadata. */
const KEY = "whenwhy.query";

/** What a longer one says is no query of ours. */
const MAX_LENGTH = 2 ** 20;

/**
 * Writes into a Parquet file what it was recorded with.
 *
 * @param file The file's bytes.
 * @param query What was asked.
 * @returns The file with it; the same question gives the same bytes.
 */
export function withQuery(file: Uint8Array, query: RecordedQuery): Uint8Array {
  return withNote(file, { key: KEY, value: JSON.stringify(query) });
}

/**
 * Reads what a Parquet file was recorded with.
 *
 * @param file The path of a Parquet file.
 * @returns What was asked; `null` where the file does not tell.
 */
export async function readQuery(file: string): Promise<RecordedQuery | null> {
  const text = (await readNotes(file)).get(KEY);
  if (text === undefined || text.length > MAX_LENGTH) return null;
  try {
    return parseQuery(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Reads a recorded query from anything.
 *
 * @param value What was found; other files may hold it as well.
 * @returns The query; `null` where it is none, or holds credentials.
 */
export function parseQuery(value: unknown): RecordedQuery | null {
  if (typeof value !== "object" || value === null) return null;
  const { server, instance, from, to, step, columns }: Record<string, unknown> =
    { ...value };
  const texts = [server, from, to, step];
  if (!texts.every((text) => typeof text === "string")) return null;
  if (instance !== null && typeof instance !== "string") return null;
  if (typeof columns !== "object" || columns === null) return null;
  if (!Object.values(columns).every((one) => typeof one === "string")) {
    return null;
  }
  try {
    return {
      server: prometheusUrl(`prometheus:${server}`),
      ...{ instance, from: `${from}`, to: `${to}`, step: `${step}` },
      columns: { ...columns },
    };
  } catch {
    // It holds a password, or is no address.
    return null;
  }
}
