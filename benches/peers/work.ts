import type { ResultShape } from "./summarize.ts";

/**
 * Counts what a window costs at least, whoever computes it: a multiplication and
 * an addition are two operations; activations are left out.
 *
 * The decoder's input is the same at all steps, so its product counts once.
 * Going back, each weight's gradient costs what its product cost, and each error
 * that is passed on to a layer below or to the step before costs it again; the
 * features need no errors.
 *
 * @param shape The network.
 * @returns Operations of a window: of a gradient step, and of reconstructing its
 *   last step.
 */
export function windowWork(
  { window, features, hidden }: ResultShape,
): { readonly train: number; readonly score: number } {
  const gates = 4 * hidden;
  const products = {
    input: window * features * gates,
    encoder: (window - 1) * hidden * gates,
    code: hidden * gates,
    decoder: (window - 1) * hidden * gates,
    output: window * hidden * features,
  };
  const forward = Object.values(products).reduce((sum, n) => sum + n, 0);
  const lastOnly = forward - (window - 1) * hidden * features;
  return {
    train: 2 * (3 * forward - products.input),
    score: 2 * lastOnly,
  };
}
