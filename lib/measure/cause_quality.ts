/** One incident: what was blamed, and what a person named. */
export interface Blame {
  /** All metrics, the most to blame first. */
  readonly ranked: readonly string[];
  /** Those that a person named as its causes. */
  readonly causes: readonly string[];
}

/** How rankings of metrics compare with named causes. */
export interface CauseQuality {
  /** HitRate@100, the mean over the incidents; `null` without incidents. */
  readonly hitRate100: number | null;
  /** HitRate@150, the mean over the incidents; `null` without incidents. */
  readonly hitRate150: number | null;
  /** Share of the incidents whose first-ranked metric is a named cause. */
  readonly top1: number | null;
}

/**
 * Measures rankings of metrics by HitRate@P: of the `k` metrics that a person
 * named as an incident's causes, the share that stands among the first
 * `⌊k · P / 100⌋`.
 *
 * Source: Su et al., "Robust Anomaly Detection for Multivariate Time Series
 * through Stochastic Recurrent Neural Network", KDD 2019, section 4.4.
 *
 * @param incidents Rankings and causes; incidents without causes are passed over.
 * @returns The measures.
 */
export function causeQuality(incidents: readonly Blame[]): CauseQuality {
  const named = incidents.filter(({ causes }) => causes.length > 0);
  return {
    hitRate100: mean(named.map((incident) => hitRate(incident, 1))),
    hitRate150: mean(named.map((incident) => hitRate(incident, 1.5))),
    top1: mean(
      named.map(({ ranked, causes }) =>
        causes.includes(ranked[0] ?? "") ? 1 : 0
      ),
    ),
  };
}

function hitRate({ ranked, causes }: Blame, times: number): number {
  const first = ranked.slice(0, Math.floor(causes.length * times));
  return causes.filter((cause) => first.includes(cause)).length / causes.length;
}

function mean(values: readonly number[]): number | null {
  return values.length > 0
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : null;
}
