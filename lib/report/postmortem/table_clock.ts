import { DAY_MS } from "../../frame/day_ms.ts";
import { formatTime, type TimeTextOptions } from "../../frame/time_text.ts";

/** How the times of a table are written. */
export interface TableClock {
  /** What stands behind a column's title, such as `"(UTC, 2026-03-01)"`. */
  readonly zone: string;
  /** For a time or a span in a cell. */
  readonly options: TimeTextOptions;
}

/**
 * Says how the times of a table are written: with the date once, in the titles of
 * columns, where all are of one day. What is pasted without its table around it
 * has lost nothing but that, and a narrow column breaks no date.
 *
 * @param times All of them, milliseconds since 1970 UTC; NaN for none.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns How they are written.
 */
export function tableClock(
  times: readonly number[],
  intervalMs: number,
): TableClock {
  const days = new Set(
    times.filter((ms) => !Number.isNaN(ms)).map((ms) =>
      Math.floor(ms / DAY_MS)
    ),
  );
  const [day = NaN] = days;
  const options = { intervalMs, zone: "left out" } as const;
  return days.size === 1
    ? {
      zone: `(UTC, ${formatTime(day * DAY_MS, options).split(" ")[0]})`,
      options: { ...options, date: "left out" },
    }
    : { zone: "(UTC)", options };
}
