import { InputError } from "../../errors.ts";
import { listNames } from "../rows/columns.ts";
import { parseRangeAnswer, record } from "./prometheus_answer.ts";
import type { PrometheusClient } from "./prometheus_client.ts";

/** The span that is asked for, half-open. */
export interface TimeSpan {
  /** First moment, milliseconds since 1970 UTC. */
  readonly fromMs: number;
  /** First moment that is not asked for, milliseconds since 1970 UTC. */
  readonly toMs: number;
}

/** What tells servers from other things that are scraped, the surest first. */
const SIGNS = ["node_load1", "up"] as const;

/** Scrapes are counted over an hour. */
const COUNTED_SECONDS = 3600;

/** Lengths that people choose for a scrape, in seconds. */
const PLAIN_SECONDS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900];

/**
 * Finds the one server that is meant.
 *
 * @param client The server that is asked.
 * @param question When, and the instance that was named, or `null`.
 * @returns Its instance label.
 * @throws {InputError} If there is no such one, or there are several and none
 *   was named; names those there are.
 */
export async function findInstance(
  client: PrometheusClient,
  { wanted, ...span }: TimeSpan & { readonly wanted: string | null },
): Promise<string> {
  const known = new Set<string>();
  for (const sign of SIGNS) {
    const found = await instancesOf(client, sign, span);
    if (wanted !== null && found.includes(wanted)) return wanted;
    found.forEach((instance) => known.add(instance));
    if (wanted === null && known.size > 0) break;
  }
  const [only, ...others] = known;
  if (wanted === null && only !== undefined && others.length === 0) return only;
  const action = `read from ${client.url}`;
  if (only === undefined) {
    throw new InputError(action, "it must have metrics in the time asked for", {
      hint: "look at --from and --to",
    });
  }
  const list = `it has ${listNames([...known].sort())}`;
  throw wanted === null
    ? new InputError(action, "--instance must say which server", { hint: list })
    : new InputError(action, "there must be such an instance then", {
      got: wanted,
      hint: list,
    });
}

/**
 * Finds out how often a server is scraped.
 *
 * @param client The server that is asked.
 * @param question When, and the server's instance label.
 * @returns Seconds from one scrape to the next; `null` where it cannot be told.
 */
export async function scrapeSeconds(
  client: PrometheusClient,
  { fromMs, toMs, instance }: TimeSpan & { readonly instance: string },
): Promise<number | null> {
  const matcher = `{instance=${JSON.stringify(instance)}}`;
  const counts = SIGNS
    .map((sign) => `count_over_time(${sign}${matcher}[${COUNTED_SECONDS}s])`);
  // A hundred looks are enough.
  const step = Math.max(COUNTED_SECONDS, Math.ceil((toMs - fromMs) / 1e5));
  const answer = await client.ask("query_range", [
    ["query", `max(${counts.join(" or ")})`],
    ["start", String(fromMs / 1000)],
    ["end", String(toMs / 1000)],
    ["step", String(step)],
  ]);
  const [series] = parseRangeAnswer(answer, `read from ${client.url}`);
  const most = Math.max(0, ...series?.values ?? []);
  // A short span leaves part of the hour empty: nothing can be told from it.
  if (most < 2 || toMs - fromMs < COUNTED_SECONDS * 1000) return null;
  const length = COUNTED_SECONDS / (most - 0.5);
  return PLAIN_SECONDS.find((plain) => Math.abs(length - plain) < plain / 20) ??
    Math.ceil(length);
}

async function instancesOf(
  client: PrometheusClient,
  sign: string,
  { fromMs, toMs }: TimeSpan,
): Promise<readonly string[]> {
  const answer = await client.ask("label/instance/values", [
    ["match[]", sign],
    ["start", String(fromMs / 1000)],
    ["end", String(toMs / 1000)],
  ], "GET");
  const names = record(answer)?.data;
  return Array.isArray(names)
    ? names.filter((name) => typeof name === "string")
    : [];
}
