/** A thread of the engine: opens the kernel on the shared memory, then does jobs. */
import { type Job, work } from "./jobs.ts";
import { type Kernel, openKernel } from "./kernel.ts";
import type { Globals } from "./layout.ts";
import { type Seat, sharedSeat } from "./seat.ts";

/** What the main thread sends first. */
export interface Opening {
  readonly kind: "open";
  /** The compiled kernel. */
  readonly module: WebAssembly.Module;
  /** The memory of all threads. */
  readonly memory: WebAssembly.Memory;
  /** Sizes and addresses for this thread. */
  readonly globals: Globals;
  /** Counted from 0. */
  readonly rank: number;
  /** Threads. */
  readonly members: number;
}

/** What the main thread sends. */
export interface Order {
  /** Names the order in the answer. */
  readonly id: number;
  /** What to do. */
  readonly task: Opening | Job;
}

/** What it is answered when the order is done, or cannot be. */
export interface Answer {
  /** The order's id. */
  readonly id: number;
  /** What was thrown, if something was. */
  readonly error?: Error;
}

let kernel: Kernel | undefined;
let seat: Seat | undefined;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  postMessage(answer(data) satisfies Answer);
});

function answer({ id, task }: Order): Answer {
  try {
    if (task.kind === "open") {
      kernel = openKernel(task.module, task.memory, task.globals);
      seat = sharedSeat(task.memory, task);
    } else if (kernel && seat) {
      for (const _ of work(kernel, task, seat));
    }
    return { id };
  } catch (error) {
    // Told and not thrown: what is thrown here is printed with its stack.
    return {
      id,
      error: error instanceof Error ? error : new Error(`${error}`),
    };
  }
}
