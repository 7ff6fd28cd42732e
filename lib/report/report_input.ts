import type { FeatureBand } from "../detect/expected_band.ts";
import type { Incident } from "../detect/incident.ts";
import type { LimitedSeries } from "../detect/trend/limited_series.ts";
import type { Mark } from "../frame/labelled_span.ts";
import type { MetricTable } from "../frame/metric_table.ts";
import type { Evaluation } from "../measure/evaluation.ts";
import type { RecordedQuery } from "../source/prometheus/recorded_query.ts";
import type { RobustPassFacts } from "./training/robust_pass_facts.ts";

/** Everything a report is made from; plain values, nothing drawn yet. */
export interface ReportInput {
  /** The scored data: the model's features in the model's order, in their units. */
  readonly table: MetricTable;
  /** Row-major reconstruction in units, shape `[steps, features]`; NaN where not scored. */
  readonly expected: Float32Array;
  /** How far each feature may be from it, shape `[features]`. */
  readonly bands: readonly FeatureBand[];
  /** Distance from expected over the feature's own threshold (1 = at it), `[steps, features]`. */
  readonly errors: Float32Array;
  /** Score a step (1 is the threshold), shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** In order of time. */
  readonly incidents: readonly Incident[];
  /** The metrics that can run out, over all the time that is known of them. */
  readonly limited: readonly LimitedSeries[];
  /** Thresholds, rates and, with labels, quality. */
  readonly evaluation: Evaluation;
  /** What the model learned from. */
  readonly training: TrainingFacts;
  /** The record of this run. */
  readonly run: RunRecord;
}

/** What the model learned from. */
export interface TrainingFacts {
  /** First training step, ISO 8601 UTC. */
  readonly start: string;
  /** Last training step, ISO 8601 UTC. */
  readonly end: string;
  /** Steps in the training data. */
  readonly steps: number;
  /** What of them was left out of all parts as labelled; absent where nothing was. */
  readonly leftOut?: {
    readonly steps: number;
    /** Both ends included, ISO 8601 UTC. */
    readonly spans: readonly {
      readonly start: string;
      readonly end: string;
      readonly mark: Mark;
    }[];
  };
  /** What a robust pass found in what nobody had labelled; absent in older models. */
  readonly robustPass?: RobustPassFacts;
  /** Steps in each part, without what was left out. */
  readonly parts: {
    readonly fit: number;
    readonly stop: number;
    readonly calibration: number;
  };
  /** Smallest and largest value of each feature in the fit part, in units. */
  readonly ranges: readonly {
    readonly feature: string;
    readonly min: number;
    readonly max: number;
  }[];
  /** Loss an epoch. */
  readonly losses: readonly {
    readonly epoch: number;
    readonly fit: number;
    readonly stop: number;
  }[];
  /** Epoch whose weights were kept. */
  readonly bestEpoch: number;
  /** Sentences about what weakens the model, such as a short history; empty if nothing does. */
  readonly warnings: readonly string[];
}

/** The names of a run's parameters by who chose their values. */
export interface ParameterOrigins {
  /** Who made the run. */
  readonly given: readonly string[];
  /** Nobody: they are defaults, or follow from the data. */
  readonly default: readonly string[];
  /** The model that the run names, which was trained with them. */
  readonly model: readonly string[];
}

/** Contents of `run.json`: how this run can be made again. */
export interface RunRecord {
  /** Schema of this file. */
  readonly schemaVersion: 1;
  /** When the run was started, ISO 8601 UTC. */
  readonly startedAt: string;
  /** The command that makes it again. */
  readonly command: string;
  /** All parameters, defaults included; `null` for what nobody chose. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Who chose them; absent in runs of an earlier whenwhy. */
  readonly origins?: ParameterOrigins;
  /** The seed of the model. */
  readonly seed: number;
  /** What ran the network. */
  readonly engine: { readonly name: string; readonly version: string };
  /** whenwhy, Deno, Polars and the rest. */
  readonly versions: Readonly<Record<string, string>>;
  /** Input files with SHA-256 (hex) and size. */
  readonly inputs: readonly {
    readonly role: "data" | "train" | "labels" | "exclude" | "earlier";
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    /** What was asked of Prometheus, where the file was recorded from there. */
    readonly query?: RecordedQuery;
  }[];
  /** The model used: name, version id, hash of its manifest, when and by what it was trained. */
  readonly model: {
    readonly name: string;
    readonly version: string;
    readonly sha256: string;
    /**
     * Hash of what it learned, without the time of training: the same training
     * gives the same. Absent in runs of earlier versions.
     */
    readonly contents?: string;
    readonly trainedAt: string;
    readonly trainedBy: { readonly name: string; readonly version: string };
  };
  /** How the training and scored parts came about, when one table was cut in two; else `null`. */
  readonly split: { readonly share: number; readonly at: string } | null;
  /** Seconds by stage. */
  readonly durations: Readonly<Record<string, number>>;
  /**
   * The other files of the run's folder. Absent before it is written, and in runs
   * of earlier versions.
   */
  readonly files?: readonly FileRecord[];
}

/** A file as it was written. */
export interface FileRecord {
  /** Its path in the folder, with `/`. */
  readonly path: string;
  /** SHA-256 in hex. */
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
}
