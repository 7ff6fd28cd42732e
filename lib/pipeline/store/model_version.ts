import type { EngineName } from "../../model/engine.ts";
import { type LabelledSpan, markOf } from "../../frame/labelled_span.ts";
import { DETECTOR_SCHEMA, METHOD_REVISION } from "./detector.ts";
import { sha256 } from "../base/hash.ts";
import type { Params } from "../params/params.ts";
import type { RunRecord } from "../../report/report_input.ts";

/** Where training data came from, for the record. */
export interface Provenance {
  /** The files with their hashes, that of labels to leave out among them. */
  readonly inputs: RunRecord["inputs"];
  /** Spans that were left out; absent where none was. */
  readonly leftOut?: readonly LabelledSpan[];
  /** How it was cut off a longer table, or `null`. */
  readonly split: RunRecord["split"];
  /** Whether `--from` and `--to` cut it, or only what is scored. */
  readonly cut: "cut" | "whole";
}

/** What a version of a model follows from. */
export interface VersionInput {
  /** The run's parameters. */
  readonly params: Params;
  /** Where the data comes from. */
  readonly provenance: Provenance;
  /** What trains it: the same seed gives the same weights on one engine only. */
  readonly engine: EngineName;
}

/**
 * Names the version that training would give: a hash of the data, the method and
 * every parameter that shapes the network.
 *
 * @param input Parameters, data, engine.
 * @returns 12 hex digits.
 */
export function versionOf(
  { params, provenance, engine }: VersionInput,
): string {
  const { window, hidden, epochs, seed, start, given, robust } = params;
  const { halfLife, mergeGap, minDuration } = params;
  const alarms = { halfLife, mergeGap, minDuration };
  // Only what was given: a default must not rename the versions there are.
  const names = provenance.cut === "cut" ? [...READING, ...CUTTING] : READING;
  const reading = names.filter((name) => given.includes(name))
    .map((name) => [name, readingOf(params)[name]]);
  const { inputs, leftOut = [] } = provenance;
  // Not the file of labels: a note in it changes nothing.
  const data = inputs.filter(({ role }) => role !== "exclude");
  return sha256(JSON.stringify({
    schema: DETECTOR_SCHEMA,
    method: METHOD_REVISION,
    engine,
    data: data.map((input) => input.sha256),
    split: provenance.split,
    training: { window, hidden, epochs, seed, start },
    ...(reading.length > 0 ? { reading } : {}),
    ...(Object.values(alarms).some((ms) => ms !== null) ? { alarms } : {}),
    // Where it is on, what it leaves out follows from the data.
    ...(robust === "off" ? { robust } : {}),
    ...(leftOut.length > 0
      // The mark, too: reports tell it of what the model did not learn from.
      ? {
        leftOut: leftOut.map((span) => [
          ...[span.startMs, span.endMs],
          markOf(span),
        ]),
      }
      : {}),
  })).slice(0, 12);
}

/** Parameters that change what is read of the same files. */
const READING = ["host", "metric", "counter", "decimal-comma"] as const;

/** And those that do where they are meant for these files. */
const CUTTING = ["from", "to"] as const;

function readingOf({ host, metrics, counters, decimal, from, to }: Params) {
  return {
    host,
    metric: metrics,
    counter: counters,
    "decimal-comma": decimal,
    from,
    to,
  };
}
