import { InputError } from "../../errors.ts";
import type { Picture } from "./raster/draw_png.ts";
import type { PictureAnswer, PictureOrder } from "./raster/worker.ts";
import { watchSilence } from "./watch_silence.ts";

/** Threads that draw pictures. */
export interface Painters extends Disposable {
  /**
   * Draws a picture beside what this thread does meanwhile, as soon as a thread
   * is free.
   *
   * @param picture The picture.
   * @returns A PNG file.
   * @throws {InputError} If a thread has died.
   * @throws {Error} With what a thread has thrown as its cause.
   */
  draw(picture: Picture): Promise<Uint8Array>;
}

/** How threads are opened. */
export interface OpenPaintersOptions {
  /**
   * Threads.
   *
   * @default {as many as there are cores, at most 4}
   */
  readonly threads?: number;
  /**
   * Starts a worker.
   *
   * @default of `raster/worker.ts`
   */
  readonly spawn?: () => Worker;
  /**
   * Seconds without a picture after which the workers are given up.
   *
   * @default {60}
   */
  readonly patience?: number;
}

/** More have little to do: each loads fonts and a program of 2 MB first. */
const MOST_THREADS = 4;

/**
 * Starts threads that draw pictures: they get ready at once, also before there is
 * one.
 *
 * @param options How many, and how long to wait for them.
 * @returns The threads, to be disposed of by the caller.
 */
export function openPainters(options: OpenPaintersOptions = {}): Painters {
  const {
    threads = Math.min(MOST_THREADS, navigator.hardwareConcurrency),
    spawn = startWorker,
    patience = 60,
  } = options;
  const { death, died } = deathOfThreads();
  const watch = watchSilence(
    patience,
    () => died(`no picture for ${patience} s`),
  );
  const waiting: PromiseWithResolvers<Uint8Array>[] = [];
  let left = 0;
  const workers = Array.from({ length: threads }, () => {
    const worker = tellOfDeath(spawn(), died);
    worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
      settle(waiting[data.index]!, data);
      if (--left === 0) watch.rest();
      else watch.stir();
    };
    return worker;
  });
  return {
    async draw(picture) {
      const answer = Promise.withResolvers<Uint8Array>();
      const index = waiting.push(answer) - 1;
      left++;
      watch.stir();
      // To all of them, as this thread is too busy to hear which is free.
      const taken = new Int32Array(new SharedArrayBuffer(4));
      const order: PictureOrder = { index, picture, taken };
      for (const worker of workers) worker.postMessage(order);
      return await Promise.race([answer.promise, death]);
    },
    [Symbol.dispose]() {
      watch.rest();
      workers.forEach((worker) => worker.terminate());
    },
  };
}

function deathOfThreads() {
  const { promise: death, reject } = Promise.withResolvers<never>();
  // Whoever draws hears of it; nobody may ever draw.
  death.catch(() => {});
  return { death, died: (reason: string) => reject(workerGone(reason)) };
}

function tellOfDeath(worker: Worker, died: (reason: string) => void): Worker {
  worker.onerror = (event) => {
    event.preventDefault();
    died(event.message);
  };
  worker.onmessageerror = () => died("a message could not be read");
  return worker;
}

function settle(
  { resolve, reject }: PromiseWithResolvers<Uint8Array>,
  answer: PictureAnswer,
): void {
  if ("error" in answer) reject(defectOf(answer.error));
  else resolve(answer.png);
}

function startWorker(): Worker {
  return new Worker(new URL("raster/worker.ts", import.meta.url), {
    type: "module",
  });
}

/** A picture that cannot be drawn is a mistake of ours, whichever thread does it. */
function defectOf(cause: Error): Error {
  return new Error(`Cannot draw a figure: ${cause.message}`, { cause });
}

function workerGone(reason: string): InputError {
  return new InputError(
    "draw the figures",
    "every thread must stay alive",
    { got: reason, hint: "free memory, then run it again" },
  );
}
