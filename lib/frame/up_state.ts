/** Which steps have an up state and any value at all. */
export interface UpEvidence {
  /** `server-up` a step, NaN where it says nothing, shape `[steps]`. */
  readonly state: Float64Array;
  /** 1 where some metric has a value, shape `[steps]`. */
  readonly measured: Uint8Array;
  /** How many steps an outage is taken to go on where nothing at all is known. */
  readonly carry: number;
}

/**
 * Tells at which steps the server could be read.
 *
 * It is down where the state says so (0 or less), and for a few steps after
 * that at which nothing at all is known; else it is up.
 *
 * @param evidence What is known.
 * @returns 0 where the server was down, else 1; shape `[steps]`.
 */
export function upState(evidence: UpEvidence): Uint8Array {
  const { state, measured, carry } = evidence;
  const up = new Uint8Array(state.length).fill(1);
  let downAt = -Infinity;
  for (let t = 0; t < state.length; t++) {
    const value = state[t] ?? NaN;
    if (value <= 0) downAt = t;
    else if (value > 0 || measured[t] === 1) downAt = -Infinity;
    if (t - downAt <= carry) up[t] = 0;
  }
  return up;
}
