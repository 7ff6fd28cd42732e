import type { ExcludedMetric } from "./raw_table.ts";

/** Columns that were left out for one and the same reason. */
export interface ExcludedGroup
  extends Pick<ExcludedMetric, "reason" | "detail"> {
  /** Their names, in order. */
  readonly names: readonly string[];
}

/** From this number on, columns left out for one and the same reason are one line. */
const MANY = 10;

/**
 * Puts columns together that were left out for the same reason, where there are
 * many: of a table of thousands of columns most may be no feature of a model.
 *
 * @param excluded Columns left out.
 * @returns One entry a column, and one for many alike; in their order.
 */
export function excludedGroups(
  excluded: readonly ExcludedMetric[],
): ExcludedGroup[] {
  const alike = Map.groupBy(
    excluded,
    ({ reason, detail }) => `${reason} ${detail}`,
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < MANY) {
      return group.map(({ name, reason, detail }) => (
        { names: [name], reason, detail }
      ));
    }
    const { reason, detail } = first;
    return [{ names: group.map(({ name }) => name), reason, detail }];
  });
}
