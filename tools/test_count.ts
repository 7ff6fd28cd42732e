/** How many tests passed, failed and were skipped; steps are not counted. */
export interface TestCount {
  /** Tests that passed. */
  readonly passed: number;
  /** Tests that failed, and files that could not be run. */
  readonly failed: number;
  /** Tests that were ignored. */
  readonly skipped: number;
}

// ok | 12 passed (3 steps) | 1 failed (1 step) | 2 ignored (89ms)
const SUMMARY =
  /^(?:ok|FAILED) \| (\d+) passed(?: \([^)]*\))? \| (\d+) failed(?: \([^)]*\))?(?: \| (\d+) ignored)?.* \([^)]*\)$/;

// symbol() does what when ... ok (3ms)
const ENDED = /\.\.\. (ok|FAILED|ignored) .*\([^)]*\)$/;

// deno-lint-ignore no-control-regex
const COLOURS = /\x1b\[[0-9;]*m/g;

/**
 * Reads the count from what `deno test` printed.
 *
 * The last summary line counts, since a test may itself print one. Where there
 * is none (a file does not compile, a native addon took the process down), the
 * tests that ended are counted one by one, and the breakdown as one failure. An
 * exit status other than 0 with no failed test is a failure too.
 *
 * @param output All that came on stdout.
 * @param status The exit status.
 * @returns The count; `failed` is positive whenever the status is not 0.
 *
 * @example Usage
 * ```ts
 * import { countTests } from "./test_count.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(countTests("ok | 2 passed (1 step) | 0 failed (9ms)\n", 0), {
 *   passed: 2,
 *   failed: 0,
 *   skipped: 0,
 * });
 * ```
 */
export function countTests(output: string, status: number): TestCount {
  const lines = output.replaceAll(COLOURS, "").split("\n").map((line) =>
    line.trimEnd()
  );
  const summary = lines.findLast((line) => SUMMARY.test(line));
  const count = summary === undefined
    ? countEnded(lines)
    : readSummary(summary);
  const unexplained = summary === undefined || status !== 0 && !count.failed;
  return unexplained ? { ...count, failed: count.failed + 1 } : count;
}

/**
 * Writes a count as the last line of a test run.
 *
 * @param count The count.
 * @returns `N passed, N failed`, and `, N skipped` where some were.
 */
export function formatCount(count: TestCount): string {
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
  return `${count.passed} passed, ${count.failed} failed${skipped}`;
}

function readSummary(line: string): TestCount {
  const [, passed, failed, skipped] = SUMMARY.exec(line) ?? [];
  return {
    passed: Number(passed ?? 0),
    failed: Number(failed ?? 0),
    skipped: Number(skipped ?? 0),
  };
}

function countEnded(lines: readonly string[]): TestCount {
  const ends = lines
    .filter((line) => !line.startsWith(" "))
    .map((line) => ENDED.exec(line)?.[1]);
  const count = (end: string) => ends.filter((each) => each === end).length;
  return {
    passed: count("ok"),
    failed: count("FAILED"),
    skipped: count("ignored"),
  };
}
