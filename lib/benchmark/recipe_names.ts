/** The peers: what every result stands beside, so that it is plain what it adds. */
export const PEER_NAMES = [
  "robz2-ewma",
  "range-only",
  "pca-w10",
  "lstm-ae-plain",
  "random",
] as const;

/** The recipe that `deno task train` and `deno task evaluate` follow. */
export const DEFAULT_RECIPE = "default";

/** All that `--recipe` can name; a recipe that is to be tried is added here. */
export const RECIPE_NAMES = [DEFAULT_RECIPE, ...PEER_NAMES] as const;

/** A recipe's name. */
export type RecipeName = (typeof RECIPE_NAMES)[number];

/** What each recipe does, for the reader of `--help`. */
export const RECIPE_ABOUT: Readonly<Record<RecipeName, string>> = {
  default: "whenwhy's own detector as it comes",
  "robz2-ewma": "squared robust deviation from train's median, no model",
  "range-only":
    "squared distance outside train's 1st to 99th percentile, no model",
  "pca-w10":
    "principal components of windows of 10 steps, last step's residual",
  "lstm-ae-plain": "LSTM autoencoder, window 30, mean error of the window",
  random: "uniform random scores and causes",
};
