import type { ExcludedMetric } from "@lib/frame/raw_table.ts";
import { nameList } from "@lib/frame/name_list.ts";

/** From this number on, columns left out for one and the same reason are one line. */
const MANY = 10;

/**
 * Puts columns together that were left out for the same reason, where there are
 * many: of a table of thousands of columns most may be no feature of a model.
 *
 * @param excluded Columns left out.
 * @returns One entry a column, or a list of names for many alike; in their order.
 */
export function excludedGroups(
  excluded: readonly ExcludedMetric[],
): ExcludedMetric[] {
  const groups = Map.groupBy(
    excluded,
    ({ reason, detail }) => `${reason} ${detail}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined || group.length < MANY
      ? group
      : [{ ...first, name: nameList(group.map(({ name }) => name)) }];
  });
}
