import { whenwhyRecipe } from "./default_recipe.ts";
import { pca } from "./peers/pca.ts";
import { plainAutoencoder } from "./peers/plain_autoencoder.ts";
import { randomScores } from "./peers/random_scores.ts";
import { rangeOnly } from "./peers/range_only.ts";
import { robustDeviation } from "./peers/robust_deviation.ts";
import type { Recipe } from "./recipe.ts";
import type { RecipeName } from "./recipe_names.ts";

/** The recipes by name; one that is to be tried is added here and to the names. */
export const RECIPES: Readonly<Record<RecipeName, Recipe>> = {
  default: whenwhyRecipe(),
  "robz2-ewma": robustDeviation,
  "range-only": rangeOnly,
  "pca-w10": pca,
  "lstm-ae-plain": plainAutoencoder,
  random: randomScores,
};
