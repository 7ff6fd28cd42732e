import { seededRandom } from "../../lib/model/random.ts";
import type { Children } from "./children.ts";
import { sleep } from "./sleep.ts";

/** How the normal work runs. */
export interface WorkloadOptions {
  /** Decides sizes and pauses of all work. */
  readonly seed: number;
  /** Ends the work. */
  readonly signal: AbortSignal;
}

/**
 * Makes the files that the work reads and rewrites.
 *
 * All of them have their full size from the start and are rewritten in place,
 * the large ones around the page cache: files that grow, and the cache with
 * them, would make a trend of a recording that should have none.
 *
 * @param children Run the shell that does it, in a folder with 1.2 GB of room.
 */
export async function prepareWorkload(children: Children): Promise<void> {
  await children.shell(PREPARE);
}

/**
 * Does a server's ordinary work until it is told to stop: a trickle of
 * requests, bursts of them, a job every 3 minutes, a backup every 10.
 *
 * @param children Run the shells that do it, in the folder that was prepared.
 * @param options How, and for how long.
 */
export async function runWorkload(
  children: Children,
  options: WorkloadOptions,
): Promise<void> {
  const { seed, signal } = options;
  const begun = performance.now();

  const trickle = async (random: () => number) => {
    while (!signal.aborted) {
      const pause = (0.5 + 0.4 * random()).toFixed(2);
      await children.shell(TRICKLE, { PAUSE: pause });
    }
  };

  let logBlock = 0;
  const bursts = async (random: () => number) => {
    while (!signal.aborted) {
      const tide = tideAt((performance.now() - begun) / 1000);
      const requests = Math.round((15 + 35 * random()) * tide);
      const bytes = Math.round(2e5 + 3e5 * random());
      await children.shell(BURST, {
        REQUESTS: requests,
        BYTES: bytes,
        AT: logBlock,
      });
      logBlock = (logBlock + requests) % LOG_BLOCKS;
      await sleep(8 + 22 * random(), signal);
    }
  };

  const job = async (random: () => number) => {
    await sleep(10 * random(), signal);
    await children.shell(JOB, {
      HELD_BYTES: Math.round(100e6 + 80e6 * random()),
      HELD_SECONDS: (5 + 5 * random()).toFixed(1),
      SORTED_BYTES: Math.round(6e6 + 4e6 * random()),
      KEY: `1.${1 + Math.floor(8 * random())}`,
    });
  };

  const backup = async (random: () => number) => {
    await sleep(15 + 10 * random(), signal);
    await children.shell(BACKUP, { CHUNKS: Math.round(40 + 22 * random()) });
    logBlock = 0;
  };

  const every = async (seconds: number, run: () => Promise<void>) => {
    for (let due = begun; !signal.aborted; due += seconds * 1000) {
      await sleep((due - performance.now()) / 1000, signal);
      if (!signal.aborted) await run();
    }
  };

  const forJob = seededRandom(seed + 2);
  const forBackup = seededRandom(seed + 3);
  await Promise.all([
    trickle(seededRandom(seed)),
    bursts(seededRandom(seed + 1)),
    every(180, () => job(forJob)),
    every(600, () => backup(forBackup)),
  ]);
}

/** Slow swell of the traffic: one period in 20 minutes, ±30 %. */
function tideAt(seconds: number): number {
  return 1 + 0.3 * Math.sin(2 * Math.PI * seconds / 1200);
}

/** Blocks of the log; a request writes one. */
const LOG_BLOCKS = 2000;

const PREPARE = `
head -c 1M /dev/urandom > page
head -c 8M /dev/urandom | base64 -w 96 > orders
for file in database:512 backup:512 report.gz:64 access.log:64 trickle.log:1; do
  dd if=/dev/zero of="\${file%:*}" bs=1M count="\${file#*:}" oflag=direct status=none
done
sync
`;

const TRICKLE = `
i=0
while [ $i -lt 20 ]; do
  head -c 100000 page | sha256sum
  i=$((i+1))
  sleep "$PAUSE"
done | dd of=trickle.log bs=4k conv=notrunc,fdatasync iflag=fullblock status=none
`;

/** The log grows in the page cache until the backup takes it away. */
const BURST = `
i=0
while [ $i -lt "$REQUESTS" ]; do
  head -c "$BYTES" page | sha256sum > /dev/null
  i=$((i+1))
  head -c 32768 page
  sleep 0.06
done | dd of=access.log bs=32k seek="$AT" conv=notrunc iflag=fullblock status=none
`;

/** \`tail\` keeps a line of any length in memory: that is the job's memory. */
const JOB = `
{ head -c "$HELD_BYTES" /dev/zero; sleep "$HELD_SECONDS"; } | tail -n 1 | wc -c > /dev/null &
head -c "$SORTED_BYTES" orders | LC_ALL=C sort --parallel=1 -S 220M -T . -k "$KEY" |
  gzip -1 | dd of=report.gz bs=64k iflag=fullblock oflag=direct conv=notrunc,nocreat status=none
wait
`;

const BACKUP = `
i=0
while [ $i -lt "$CHUNKS" ]; do
  dd if=database of=backup bs=512k count=16 skip=$((i*16)) seek=$((i*16)) \\
    iflag=direct oflag=direct conv=notrunc status=none
  i=$((i+1))
  sleep 0.4
done
dd of=access.log oflag=nocache conv=notrunc,fdatasync count=0 status=none
`;
