import {
  formatDuration,
  formatQuantity,
  formatRange,
  formatTime,
} from "../../frame/units.ts";
import type { MovedConstant } from "../../measure/moved_constants.ts";
import { countText, nameText } from "../words.ts";

/** Metrics that are told one by one. */
const MOST_NAMED = 4;

/**
 * Tells which metrics, constant in training and therefore not learned, moved in the
 * scored time.
 *
 * @param moved Those metrics.
 * @param options The table's interval.
 * @returns A sentence or two, such as `"Not part of the score, since the model did
 *   not learn what was constant in training: raid_degraded, constant 0, was 1 for
 *   31 h from 2026-03-26 02:00 UTC on."`; `""` where none moved.
 */
export function movedConstantsText(
  moved: readonly MovedConstant[],
  { intervalMs }: { readonly intervalMs: number },
): string {
  if (moved.length === 0) return "";
  const named = moved.slice(0, MOST_NAMED)
    .map((one) => movedText(one, intervalMs));
  const rest = moved.length - named.length;
  return `Not part of the score, since the model does not learn what is constant in training: ${
    named.join("; ")
  }${rest > 0 ? `; and ${countText(rest, "more metric")}` : ""}.`;
}

function movedText(
  { feature, unit, learned, lowest, highest, steps, firstAt, lastAt }:
    MovedConstant,
  intervalMs: number,
): string {
  const low = formatQuantity(lowest, unit);
  const to = low === formatQuantity(highest, unit)
    ? low
    : formatRange(lowest, highest, unit);
  const [first, last] = [Date.parse(firstAt), Date.parse(lastAt)];
  const isOne = last - first < steps * intervalMs;
  const length = formatDuration(steps * intervalMs);
  const since = formatTime(first, { intervalMs });
  return `${nameText(feature)}, constant ${
    formatQuantity(learned, unit)
  }, was ${to} for ${length} ${
    isOne ? `from ${since} on` : `in all, first at ${since}`
  }`;
}
