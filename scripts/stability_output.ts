import type { HostStability } from "../lib/benchmark/stability/stability.ts";
import { shortName } from "../lib/frame/plain_text.ts";
import type { FirstSignal, SeededIncident } from "../lib/measure/stability.ts";
import type { TaskOutput } from "./task.ts";

/** The first-ranked signal should change in no more than one of five. */
const OFTEN = 0.2;

/** Characters of a name or a note. */
const NAME = 40;

/**
 * Prints how much what is found depends on the seed: a line an incident, then
 * how often the first-ranked signal changes.
 *
 * @param found The comparison.
 * @returns A table; the last line sums it up.
 */
export function stabilityOutput(found: HostStability): TaskOutput {
  const { host, seeds, incidents, common, changed } = found;
  const of = seeds.length;
  // Where each signal stands alone, its group says the same again.
  const hasGroups = incidents.some(({ feature, group }) =>
    feature?.name !== group?.name || feature?.seeds !== group?.seeds
  );
  const rows = [
    [
      "time (UTC)",
      "found",
      "first-ranked signal",
      ...(hasGroups ? ["its group"] : []),
      "confidence",
      "label",
    ],
    ...incidents.map((one) => row(one, { of, hasGroups })),
  ];
  const widths = rows[0]!.map((_, c) =>
    Math.max(...rows.map((cells) => cells[c]!.length))
  );
  const lines = rows.map((cells) =>
    cells.map((cell, c) => cell.padEnd(widths[c]!)).join("  ").trimEnd()
  );
  return {
    lines: [...lines, ""],
    last: `${shortName(host, NAME)}, ${of} seeds: ${
      common === 0
        ? "no incident that all of them found"
        : `${common} of ${incidents.length} found by all; of these the first-ranked signal changes in ${
          percent(changed.feature)
        }, by group in ${percent(changed.group)}${
          (changed.group ?? 0) > OFTEN ? ", which is often" : ""
        }`
    }`,
    json: found,
  };
}

function row(
  { start, end, note, foundBy, feature, group, confidence }: SeededIncident,
  { of, hasGroups }: { readonly of: number; readonly hasGroups: boolean },
): string[] {
  return [
    `${start} – ${
      end.slice(0, 10) === start.slice(0, 10) ? end.slice(11) : end
    }`,
    `${foundBy.length} of ${of}`,
    signal(feature, foundBy.length),
    ...(hasGroups ? [signal(group, foundBy.length)] : []),
    confidence?.level ?? "–",
    note === null ? "–" : shortName(note, NAME),
  ];
}

function signal(first: FirstSignal | null, found: number): string {
  return first === null
    ? "–"
    : `${shortName(first.name, NAME)} (${first.seeds} of ${found})`;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(100 * share)} %`;
}
