import { CONTROL } from "./layout.ts";

/** A thread's place among those that share a job. */
export interface Seat {
  /** Counted from 0. */
  readonly rank: number;
  /** How many share. */
  readonly members: number;
  /** Takes the next piece of work; counted from 0 since all have met. */
  take(): number;
  /** Waits until all have come this far. */
  meet(): void;
}

/** Control words, each on a cache line of its own. */
const WORDS = { arrived: 0, meetings: 16, taken: 32, stopped: 48 } as const;

/** Looks before a thread lies down: about 50 µs, most waits are shorter. */
const LOOKS = 20_000;

/**
 * How long a thread sleeps at most before it looks whether it must stop, ms.
 * Deno's `terminate()` does not wake it: without an end of its own a sleeper
 * whose waker was lost would keep the process alive.
 */
const SLEEP_MS = 1000;

/**
 * Gives the place of a thread that works alone.
 *
 * @returns The seat.
 */
export function loneSeat(): Seat {
  let taken = 0;
  return {
    rank: 0,
    members: 1,
    take: () => taken++,
    meet: () => {
      taken = 0;
    },
  };
}

/**
 * Gives the place of a worker among others. It sleeps where it waits, which the
 * main thread must not.
 *
 * @param memory The memory that they share.
 * @param place Its rank and their number.
 * @returns The seat.
 */
export function sharedSeat(
  memory: WebAssembly.Memory,
  place: { readonly rank: number; readonly members: number },
): Seat {
  const words = controlWords(memory);
  return {
    ...place,
    take: () => Atomics.add(words, WORDS.taken, 1),
    meet: () => {
      const meeting = Atomics.load(words, WORDS.meetings);
      if (Atomics.add(words, WORDS.arrived, 1) === place.members - 1) {
        Atomics.store(words, WORDS.arrived, 0);
        Atomics.store(words, WORDS.taken, 0);
        Atomics.add(words, WORDS.meetings, 1);
        Atomics.notify(words, WORDS.meetings);
        return;
      }
      const isOver = () => Atomics.load(words, WORDS.meetings) !== meeting;
      for (let look = 0; look < LOOKS; look++) if (isOver()) return;
      while (!isOver()) {
        Atomics.wait(words, WORDS.meetings, meeting, SLEEP_MS);
        if (Atomics.load(words, WORDS.stopped) === 1) {
          throw new Error("Cannot meet: another thread is gone");
        }
      }
    },
  };
}

/**
 * Wakes all who wait, for good: one of them will never come.
 *
 * @param memory The memory that they share.
 */
export function stopWaiting(memory: WebAssembly.Memory): void {
  const words = controlWords(memory);
  Atomics.store(words, WORDS.stopped, 1);
  Atomics.notify(words, WORDS.meetings);
}

function controlWords(memory: WebAssembly.Memory): Int32Array {
  return new Int32Array(memory.buffer, CONTROL, 64);
}
