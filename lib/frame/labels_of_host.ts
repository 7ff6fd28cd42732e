import type { LabelledSpan } from "./labelled_span.ts";

/** The labels of one host. */
export interface HostLabels {
  /** Those that name it, or no host at all. */
  readonly own: readonly LabelledSpan[];
  /** How many are of other hosts. */
  readonly others: number;
  /** The other hosts, in the order in which they come. */
  readonly hosts: readonly string[];
}

/**
 * Takes the labels of one host.
 *
 * @param labels Labels of any hosts.
 * @param host The host's name.
 * @returns Its labels, and what there is of others.
 */
export function labelsOfHost(
  labels: readonly LabelledSpan[],
  host: string,
): HostLabels {
  const own = labels.filter((label) => (label.host ?? host) === host);
  const hosts = labels.flatMap((label) => label.host ?? [])
    .filter((name) => name !== host);
  return {
    own,
    others: labels.length - own.length,
    hosts: [...new Set(hosts)],
  };
}
