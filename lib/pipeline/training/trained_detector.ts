import { isoTime } from "../../frame/iso_time.ts";
import type { Engine, TrainOptions } from "../../model/engine.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import type { Params } from "../params/params.ts";
import type { Provenance } from "../store/model_version.ts";
import { versions } from "../base/versions.ts";
import { type Detector, DETECTOR_SCHEMA } from "../store/detector.ts";
import { givenTimes } from "./alarm_times.ts";
import type { Fitted } from "./fit_detector.ts";

/** What a training gave, and what it is called. */
export interface Training extends Pick<Detector, "name" | "version"> {
  /** What was learned. */
  readonly fitted: Fitted;
  /** Sizes and schedule. */
  readonly options: TrainOptions;
}

/** How it was trained. */
export interface TrainedWith {
  /** The run's parameters. */
  readonly params: Params;
  /** What ran the network. */
  readonly engine: Pick<Engine, "name" | "version">;
  /** Where the data came from. */
  readonly provenance: Provenance;
}

/**
 * Says beside what was learned what it was learned from, by what, and when.
 *
 * @param training What was learned.
 * @param context Parameters, engine, provenance.
 * @returns The whole detector.
 */
export function trainedDetector(
  { name, version, fitted, options }: Training,
  { params, engine, provenance }: TrainedWith,
): Detector {
  return {
    schemaVersion: DETECTOR_SCHEMA,
    name,
    version,
    createdAt: isoTime(Date.now()),
    ...fitted,
    split: provenance.split,
    inputs: provenance.inputs,
    parameters: {
      ...options,
      window: params.window,
      ...givenTimes(params),
      ...(params.metrics.length > 0 ? { metric: params.metrics } : {}),
      ...(params.counters.length > 0 ? { counter: params.counters } : {}),
      ...(params.exclude === null
        ? {}
        : { exclude: shownPath(fromRoot(params.exclude)) }),
      ...(params.robust === "off" ? { "keep-all": true } : {}),
    },
    engine: { name: engine.name, version: engine.version },
    versions: versions(),
  };
}
