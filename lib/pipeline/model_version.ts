import { DETECTOR_SCHEMA } from "@lib/pipeline/detector.ts";
import { sha256 } from "@lib/pipeline/hash.ts";
import type { Params } from "@lib/pipeline/params.ts";
import type { RunRecord } from "@lib/report/report_input.ts";

/** Where training data came from, for the record. */
export interface Provenance {
  /** The files with their hashes. */
  readonly inputs: RunRecord["inputs"];
  /** How it was cut off a longer table, or `null`. */
  readonly split: RunRecord["split"];
}

/**
 * Names the version that training would give: a hash of the data and of every
 * parameter that shapes the network. The engine is no part of it, since any
 * engine runs any model.
 *
 * @param params The run's parameters.
 * @param provenance Where the data comes from.
 * @returns 12 hex digits.
 */
export function versionOf(
  params: Params,
  { inputs, split }: Provenance,
): string {
  const { window, hidden, epochs, seed, start, given } = params;
  // Only what was given: a default must not rename the versions there are.
  const reading = READING.filter((name) => given.includes(name))
    .map((name) => [name, readingOf(params)[name]]);
  return sha256(JSON.stringify({
    schema: DETECTOR_SCHEMA,
    data: inputs.map((input) => input.sha256),
    split,
    training: { window, hidden, epochs, seed, start },
    ...(reading.length > 0 ? { reading } : {}),
  })).slice(0, 12);
}

/** Parameters that change what is read of the same files. */
const READING = ["host", "counter", "decimal-comma", "from", "to"] as const;

function readingOf({ host, counters, decimal, from, to }: Params) {
  return { host, counter: counters, "decimal-comma": decimal, from, to };
}

/**
 * Makes a model's name of a host's name.
 *
 * @param host The host.
 * @returns The host, with what no folder name should hold replaced.
 */
export function modelNameOf(host: string): string {
  return host.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[._-]+/, "").slice(
    0,
    100,
  ) || "model";
}
