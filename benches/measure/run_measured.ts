import { memoryPeak } from "./process_tree.ts";

/** What a command took. */
export interface Cost {
  /** Seconds from its start to its end. */
  readonly seconds: number;
  /** Processor seconds of it and all that it started, user and system. */
  readonly cpuSeconds: number;
  /** Most memory of it and all that it started; `null` where that cannot be seen. */
  readonly peakMiB: number | null;
}

/** How a command is run. */
export interface RunMeasuredOptions {
  /** Variables of its environment, beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Hears what it printed. */
  readonly heard?: (output: string) => void;
}

/** Milliseconds from one look at the memory to the next. */
const LOOK_MS = 50;

/** `times` tells the processor time of all that a shell has waited for. */
const SHELL = `"$@"; code=$?; times > "$TIMES_FILE"; exit $code`;

/**
 * Runs a command to its end and measures what it took.
 *
 * Memory is seen on Linux, as often as it is looked at; a shorter peak is missed.
 *
 * @param command Program and arguments.
 * @param options Its environment.
 * @returns What it took.
 * @throws {Error} If it fails; what it printed is the message.
 */
export async function runMeasured(
  command: readonly string[],
  { env = {}, heard = () => {} }: RunMeasuredOptions = {},
): Promise<Cost> {
  const times = await Deno.makeTempFile();
  try {
    const began = performance.now();
    const child = new Deno.Command("sh", {
      args: ["-c", SHELL, "sh", ...command],
      env: { ...env, TIMES_FILE: times },
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const peak = memoryPeak(child.pid);
    const look = setInterval(peak, LOOK_MS);
    const { success, stdout, stderr } = await child.output();
    const seconds = (performance.now() - began) / 1000;
    clearInterval(look);
    if (!success) {
      const text = [stdout, stderr].map((bytes) =>
        new TextDecoder().decode(bytes)
      );
      throw new Error(`Cannot measure ${command.join(" ")}:\n${text.join("")}`);
    }
    heard(new TextDecoder().decode(stdout));
    return {
      seconds,
      cpuSeconds: parseTimes(await Deno.readTextFile(times)),
      peakMiB: Deno.build.os === "linux" ? Math.round(peak() / 1024) : null,
    };
  } finally {
    await Deno.remove(times);
  }
}

/**
 * Reads what a shell's `times` prints: its own user and system time on the first
 * line, that of all that it waited for on the second.
 *
 * @param text Such as `"0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n"`.
 * @returns Seconds of what it waited for, user and system together.
 *
 * @example Usage
 * ```ts
 * import { parseTimes } from "./run_measured.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseTimes("0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n"), 62.75);
 * ```
 */
export function parseTimes(text: string): number {
  const [, children = ""] = text.split("\n");
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)]
    .reduce(
      (sum, [, minutes, seconds]) =>
        sum + 60 * Number(minutes) + Number(seconds),
      0,
    );
}
