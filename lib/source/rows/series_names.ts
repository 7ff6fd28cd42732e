import { SCHEMA } from "../../frame/schema.ts";

/** Labels of a time series, such as `{__name__: "up", instance: "web-1"}`. */
export type Labels = Readonly<Record<string, string>>;

/** The labels that tell which host a series is of, the surest first. */
const HOST_LABELS = ["instance", "host", "nodename"] as const;

/** Metrics of node_exporter that are a column of the schema as they are. */
const SCHEMA_NAMES: ReadonlyMap<string, string> = new Map(
  SCHEMA.flatMap(({ name, promql }) => {
    const [, metric] = /^(\w+)\{\$H\}$/.exec(promql) ?? [];
    return metric === undefined ? [] : [[metric, name]];
  }),
);

/**
 * Tells which host a series is of.
 *
 * @param labels Its labels.
 * @returns The host, or `null` where no label names it.
 */
export function hostOf(labels: Labels): string | null {
  const label = HOST_LABELS.find((name) => labels[name]);
  return label === undefined ? null : labels[label] ?? null;
}

/**
 * Names series by their labels: the schema's name where node_exporter's metric
 * is a column of the schema, else the metric's own name, with the labels that
 * tell it from others of that name.
 *
 * @param all The labels of each series.
 * @param nameless What a series without a metric's name is called.
 * @returns One name a series.
 *
 * @example Usage
 * ```ts
 * import { nameSeries } from "@lib/source/rows/series_names.ts";
 * import assert from "node:assert/strict";
 *
 * const names = nameSeries([
 *   { __name__: "node_load1", instance: "web-1" },
 *   { __name__: "queue", instance: "web-1", kind: "mail" },
 *   { __name__: "queue", instance: "web-1", kind: "jobs" },
 * ], "export");
 * assert.deepEqual(names, ["load-1m", "queue{kind=mail}", "queue{kind=jobs}"]);
 * ```
 */
export function nameSeries(
  all: readonly Labels[],
  nameless: string,
): readonly string[] {
  const plain = all.map(({ __name__: name }) =>
    name === undefined ? nameless : SCHEMA_NAMES.get(name) ?? name
  );
  const named = all.map((labels, i) => ({ labels, name: plain[i] ?? "" }));
  const telling = new Map(
    [...Map.groupBy(named, ({ name }) => name)]
      .map(([name, alike]) =>
        [name, varying(alike.map(({ labels }) => labels))] as const
      ),
  );
  return named.map(({ name, labels }) => {
    const own = (telling.get(name) ?? [])
      .filter((label) => labels[label] !== undefined)
      .map((label) => `${label}=${labels[label]}`);
    return own.length > 0 ? `${name}{${own.join(",")}}` : name;
  });
}

/** The labels but the host's that are not the same in all. */
function varying(all: readonly Labels[]): readonly string[] {
  return [...new Set(all.flatMap((labels) => Object.keys(labels)))]
    .filter((label) => label !== "__name__" && !isHostLabel(label))
    .filter((label) => new Set(all.map((labels) => labels[label])).size > 1)
    .sort();
}

function isHostLabel(label: string): boolean {
  return HOST_LABELS.some((name) => name === label);
}
