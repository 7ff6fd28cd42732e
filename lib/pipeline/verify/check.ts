/** What came of looking at one thing that a run rests on or holds. */
export interface Check {
  /** What was looked at: a role of an input, or a part of the run. */
  readonly of:
    | "train"
    | "data"
    | "labels"
    | "exclude"
    | "earlier"
    | "model"
    | "parameters"
    | "scores"
    | "incidents"
    | "evaluation"
    | "files";
  /**
   * - `"holds"`: it is what it was
   * - `"changed"`: it is there, and is not
   * - `"missing"`: it is not there
   * - `"unchecked"`: what it takes to tell is not there
   */
  readonly state: "holds" | "changed" | "missing" | "unchecked";
  /** A name and what is to be said of it, on one line. */
  readonly text: string;
}

/** What of a run was verified. */
export interface VerifiedRun {
  /** The run's folder. */
  readonly folder: string;
  /** Whether everything that was looked at holds. */
  readonly holds: boolean;
  /** What was looked at. */
  readonly checks: readonly Check[];
  /** Sentences that are no checks, such as by which version the run was made. */
  readonly notes: readonly string[];
  /** The greatest relative difference of a score; `null` where none was compared. */
  readonly scoreDifference: number | null;
}
