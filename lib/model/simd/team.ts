import { pacer } from "../pacer.ts";
import { type Crew, openCrew } from "./crew.ts";
import { type Job, work } from "./jobs.ts";
import { compileKernel, type Kernel, openKernel } from "./kernel.ts";
import type { Layout } from "./layout.ts";
import { type Plan, tooLarge } from "./plan.ts";
import { loneSeat } from "./seat.ts";
import type { SimdOptions } from "./simd_options.ts";
import { type SlotPool, slotPool } from "./slot_pool.ts";

/** A memory with a network, and who computes on it. */
export interface Team {
  /** How work is cut and where it lies. */
  readonly plan: Plan;
  /** The memory as float32. */
  readonly floats: Float32Array;
  /** The places for windows to score. */
  readonly slots: SlotPool;
  /** Renews what is derived from the parameters; to be called when they were set. */
  renew(): void;
  /**
   * Does a job.
   *
   * @param job The job; several may be given without waiting.
   * @throws {InputError} If a worker has died.
   */
  run(job: Job): Promise<void>;
  /** Frees the memory and ends the workers. */
  dispose(): void;
}

/** Bytes of a WebAssembly page. */
const PAGE = 2 ** 16;

/**
 * Gets the memory that a plan needs, and workers where it has several threads; one
 * thread is this one, with pauses for others.
 *
 * @param plan The plan.
 * @param options For workers.
 * @returns The team, to be disposed of by the caller.
 * @throws {InputError} If there is not so much memory, or a worker does not start.
 */
export async function openTeam(
  plan: Plan,
  options: Omit<SimdOptions, "threads"> = {},
): Promise<Team> {
  const { layout } = plan;
  const module = await compileKernel();
  const memory = allocate(layout);
  const globals = { ...layout.shared, ...layout.own[0] };
  const crew = plan.threads > 1
    ? await openCrew({ ...options, module, memory, layout })
    : undefined;
  // With a crew it only renews copies, which needs no memory of its own.
  const kernel = openKernel(module, memory, globals);
  const { run, dispose } = crew ?? lone(kernel);
  return {
    plan,
    floats: new Float32Array(memory.buffer),
    slots: slotPool(layout.slots),
    renew: () => {
      if (plan.shards > 0) kernel.update(0, 1, 0, 0, 0);
    },
    run,
    dispose,
  };
}

/**
 * Gives the lists that the kernel keeps.
 *
 * @param team The team.
 * @returns Views on its parameters, their first and their second moments; the
 *   moments only where it trains.
 */
export function parameterLists(
  { plan: { layout }, floats }: Pick<Team, "plan" | "floats">,
): [Float32Array, Float32Array, Float32Array] {
  const { encoder = 0 } = layout.shared;
  const list = (i: number) => {
    const start = encoder / 4 + i * layout.parameters;
    return floats.subarray(start, start + layout.parameters);
  };
  return [list(0), list(1), list(2)];
}

/** This thread alone: one job after the other. */
function lone(kernel: Kernel): Crew {
  const seat = loneSeat();
  const pause = pacer();
  let last = Promise.resolve();
  let isOver = false;
  const perform = async (job: Job) => {
    for (const _ of work(kernel, job, seat)) {
      await pause();
      if (isOver) return;
    }
  };
  return {
    run: (job) => {
      last = last.then(() => perform(job));
      // Whoever waits for an earlier job hears of it first.
      last.catch(() => {});
      return last;
    },
    dispose: () => {
      isOver = true;
    },
  };
}

function allocate(layout: Layout): WebAssembly.Memory {
  const pages = Math.ceil(layout.bytes / PAGE);
  try {
    return new WebAssembly.Memory({
      initial: pages,
      maximum: pages,
      shared: true,
    });
  } catch (cause) {
    throw tooLarge(layout, cause);
  }
}
