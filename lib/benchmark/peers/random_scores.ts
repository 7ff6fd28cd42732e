import { peerJudgement } from "./peer_judgement.ts";
import type { Recipe } from "../recipe.ts";
import { seededRandom } from "../../model/random.ts";

/** The peer `random`: what a measure gives for scores that know nothing. */
export const randomScores: Recipe = {
  learns: "nothing",
  judge: ({ train, test }, { seed }) => {
    const random = seededRandom(seed);
    const draw = (length: number) => Float64Array.from({ length }, random);
    return peerJudgement(test, {
      train: draw(train.steps),
      test: draw(test.steps),
      parts: draw(test.values.length),
      over: "maximum",
    });
  },
};
