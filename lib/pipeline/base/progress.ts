/** What a step tells about itself while it works; a script, a log or a notebook shows it. */
export type Progress =
  | {
    /** Something was done or decided that a person wants to know. */
    readonly kind: "said";
    /** One sentence. */
    readonly text: string;
  }
  | {
    /** Something long is under way. */
    readonly kind: "at";
    /** What is under way. */
    readonly stage: string;
    /** How much of it is done, in [0, 1]. */
    readonly done: number;
    /** A detail, such as the loss; may be empty. */
    readonly detail: string;
  };

/** Hears of progress. */
export type ProgressListener = (progress: Progress) => void;
