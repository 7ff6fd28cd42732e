import { formatDuration } from "../../frame/units.ts";
import type { TrainListener, TrainProgress } from "../../model/engine.ts";
import type { ProgressListener } from "../base/progress.ts";

/** What training itself does not tell. */
export interface TrainingProgressOptions {
  /** Share that was done before an interruption, in [0, 1]; not done in this time. */
  readonly before: number;
  /** Gives the time, ms. */
  readonly now: () => number;
}

/** Share of the training from which on its pace says something. */
const LEAST_SHARE = 0.02;

/**
 * Tells of training as of any long work: epoch, losses, and the time left, judged
 * by the pace since it began or went on.
 *
 * @param listener Who hears of it.
 * @param options What was done before, and the clock.
 * @returns What an engine is given.
 */
export function trainingProgress(
  listener: ProgressListener,
  { before, now }: TrainingProgressOptions,
): TrainListener {
  const began = now();
  return (progress) => {
    const { done } = progress;
    const share = done - before;
    const leftMs = (now() - began) * (1 - done) / share;
    listener({
      kind: "at",
      stage: "train",
      done,
      detail: detailOf(progress, share > LEAST_SHARE ? leftMs : null),
    });
  };
}

function detailOf(
  { epoch, epochs, done, loss }: TrainProgress,
  leftMs: number | null,
): string {
  return [
    `epoch ${epoch}/${epochs}`,
    loss ? `loss ${loss.fit.toPrecision(3)}` : "",
    loss ? `held out ${loss.stop.toPrecision(3)}` : "",
    leftMs !== null && done < 1
      ? `${formatDuration(Math.ceil(leftMs / 1000) * 1000)} left`
      : "",
  ].filter((part) => part !== "").join(", ");
}
