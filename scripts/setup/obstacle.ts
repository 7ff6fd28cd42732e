/** Why set-up cannot make tfjs-node here; no defect, since there is another engine. */
export class Obstacle extends Error {
  override readonly name = "Obstacle";
  /** How long it is of no use to try again, ms; `null`: until programs change. */
  readonly waitMs: number | null;

  /**
   * @param reason Why, and how to get rid of it, on one line.
   * @param options How long to wait; by default until programs change.
   */
  constructor(reason: string, options: { readonly waitMs?: number } = {}) {
    super(reason);
    this.waitMs = options.waitMs ?? null;
  }
}

/** After a failure that may be gone soon: a network, a full disk. */
export const AN_HOUR = 3_600_000;

/** After a failure that costs the whole download to try again: a compiler, a CPU. */
export const A_DAY = 86_400_000;
