import { InputError } from "../../errors.ts";
import type { Picture } from "./raster/draw_png.ts";
import type { PictureAnswer, PictureOrder } from "./raster/worker.ts";

/** How pictures are drawn. */
export interface DrawPicturesOptions {
  /**
   * Threads at most.
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

/** More threads have nothing to do: each has to load fonts first. */
const MOST_THREADS = 4;

/** Pictures that are worth one more thread. */
const WORTH = 8;

/**
 * Draws pictures in threads of their own, beside what this one does meanwhile.
 *
 * @param pictures The pictures.
 * @param options Threads, and how long to wait for them.
 * @returns One PNG file a picture, in the same order.
 * @throws {InputError} If a worker has died.
 * @throws {Error} With what a worker has thrown as its cause.
 */
export async function drawPictures(
  pictures: readonly Picture[],
  options: DrawPicturesOptions = {},
): Promise<Uint8Array[]> {
  const { spawn = startWorker, patience = 60 } = options;
  const { threads = Math.min(MOST_THREADS, navigator.hardwareConcurrency) } =
    options;
  if (pictures.length === 0) return [];
  const count = Math.max(
    1,
    Math.min(threads, Math.ceil(pictures.length / WORTH)),
  );
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const pngs: Uint8Array[] = new Array(pictures.length);
  const workers: Worker[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      let left = pictures.length;
      let still = 0;
      // Counted by a timer of this thread, so that it stands still with it.
      timer = setInterval(() => {
        if (++still < patience) return;
        reject(workerGone(`no picture for ${patience} s`));
      }, 1000);
      for (let rank = 0; rank < count; rank++) {
        const worker = spawn();
        workers.push(worker);
        worker.onerror = (event) => {
          event.preventDefault();
          reject(workerGone(event.message));
        };
        worker.onmessageerror = () =>
          reject(workerGone("a message could not be read"));
        worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
          if ("error" in data) return reject(defectOf(data.error));
          still = 0;
          pngs[data.index] = data.png;
          if (--left === 0) resolve();
        };
        worker.postMessage({ pictures, taken } satisfies PictureOrder);
      }
    });
  } finally {
    clearInterval(timer);
    workers.forEach((worker) => worker.terminate());
  }
  return pngs;
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
    "every worker must stay alive",
    { got: reason, hint: "free memory, then run it again" },
  );
}
