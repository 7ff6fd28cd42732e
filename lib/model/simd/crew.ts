import { InputError } from "../../errors.ts";
import type { Job } from "./jobs.ts";
import type { Layout } from "./layout.ts";
import { stopWaiting } from "./seat.ts";
import type { Answer, Opening, Order } from "./worker.ts";

/** Workers that share a memory. */
export interface Crew {
  /**
   * Does a job: one worker scores, all train together.
   *
   * @param job The job; jobs of a kind may follow one another without waiting.
   * @throws {InputError} If a worker has died.
   * @throws {Error} With what a job has thrown as its cause.
   */
  run(job: Job): Promise<void>;
  /** Ends the workers. */
  dispose(): void;
}

/** What a crew works on. */
export interface CrewOptions {
  /** The compiled kernel. */
  readonly module: WebAssembly.Module;
  /** The memory. */
  readonly memory: WebAssembly.Memory;
  /** How it is laid out; a worker for each thread. */
  readonly layout: Layout;
  /**
   * Starts a worker.
   *
   * @default of `worker.ts`
   */
  readonly spawn?: () => Worker;
  /**
   * Seconds without a sign of life from any worker after which it is given up.
   *
   * @default {60}
   */
  readonly patience?: number;
}

/** An order that is not done yet. */
interface Pending {
  /** Workers that have not answered. */
  left: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts workers on a memory.
 *
 * A worker that throws ends the crew at once. One that ends without a word is
 * missed when nobody's heartbeat has moved for a while: seconds are counted by a
 * timer of this process, so that they stand still with it.
 *
 * @param options What they work on.
 * @returns The crew, to be disposed of by the caller.
 * @throws {InputError} If a worker does not start.
 */
export async function openCrew(options: CrewOptions): Promise<Crew> {
  const { module, memory, layout, spawn = startWorker, patience = 60 } =
    options;
  const pending = new Map<number, Pending>();
  const outstanding = layout.own.map(() => 0);
  let orders = 0;
  let failure: Error | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  const dispose = () => {
    clearInterval(timer);
    timer = undefined;
    // A thread that sleeps in Atomics.wait is not ended by terminate().
    stopWaiting(memory);
    workers.forEach((worker) => worker.terminate());
  };
  const fail = (reason: Error) => {
    if (failure) return;
    failure = reason;
    dispose();
    pending.forEach(({ reject }) => reject(reason));
    pending.clear();
  };
  const workers = layout.own.map((_, rank) => {
    const worker = spawn();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => answered(data, rank);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(workerGone(event.message));
    };
    worker.onmessageerror = () =>
      fail(workerGone("a message could not be read"));
    return worker;
  });

  function answered({ id, error }: Answer, rank: number): void {
    if (error) return fail(defectOf(error));
    outstanding[rank]!--;
    const order = pending.get(id);
    if (!order || --order.left > 0) return;
    pending.delete(id);
    if (pending.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    order.resolve();
  }

  function send(ranks: readonly number[], task: TaskOf): Promise<void> {
    const id = orders++;
    const done = new Promise<void>((resolve, reject) => {
      if (failure) return reject(failure);
      pending.set(id, { left: ranks.length, resolve, reject });
      if (timer === undefined) {
        still = 0;
        timer = setInterval(watch, 1000);
      }
      for (const rank of ranks) {
        outstanding[rank]!++;
        const order: Order = { id, task: task(rank) };
        workers[rank]?.postMessage(order);
      }
    });
    // Whoever waits for an earlier order hears of it first.
    done.catch(() => {});
    return done;
  }

  const beats = heartbeats(memory, layout);
  let last = 0;
  let still = 0;
  function watch(): void {
    const now = beats();
    still = now === last ? still + 1 : 0;
    last = now;
    if (still < patience) return;
    fail(workerGone(`no sign of life for ${patience} s`));
  }

  const all = layout.own.map((_, rank) => rank);
  const opening = (rank: number): Opening => ({
    kind: "open",
    module,
    memory,
    globals: { ...layout.shared, ...layout.own[rank] },
    rank,
    members: all.length,
  });
  try {
    await send(all, opening);
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    dispose,
    run: (job) => {
      const idlest = outstanding.indexOf(Math.min(...outstanding));
      return send(job.kind === "train" ? all : [idlest], () => job);
    },
  };
}

type TaskOf = (rank: number) => Order["task"];

function startWorker(): Worker {
  return new Worker(new URL("worker.ts", import.meta.url), { type: "module" });
}

function heartbeats(memory: WebAssembly.Memory, layout: Layout): () => number {
  const words = new Int32Array(memory.buffer);
  const places = layout.own.map(({ heartbeat = 0 }) => heartbeat / 4);
  return () =>
    places.reduce((sum, place) => sum + Atomics.load(words, place), 0);
}

/** A job that throws is a mistake of ours, whichever thread does it. */
function defectOf(cause: Error): Error {
  return new Error(`Cannot compute on a worker: ${cause.message}`, { cause });
}

function workerGone(reason: string): InputError {
  return new InputError(
    "compute with several threads",
    "every worker must stay alive",
    { got: reason, hint: "--threads 1 needs no worker" },
  );
}
