import { whenwhyRecipe } from "@lib/benchmark/default_recipe.ts";
import { pca } from "@lib/benchmark/peers/pca.ts";
import { plainAutoencoder } from "@lib/benchmark/peers/plain_autoencoder.ts";
import { randomScores } from "@lib/benchmark/peers/random_scores.ts";
import { robustDeviation } from "@lib/benchmark/peers/robust_deviation.ts";
import type { Recipe } from "@lib/benchmark/recipe.ts";
import type { RecipeName } from "@lib/benchmark/recipe_names.ts";

/** The recipes by name; one that is to be tried is added here and to the names. */
export const RECIPES: Readonly<Record<RecipeName, Recipe>> = {
  default: whenwhyRecipe(),
  "robz2-ewma": robustDeviation,
  "pca-w10": pca,
  "lstm-ae-plain": plainAutoencoder,
  random: randomScores,
};
