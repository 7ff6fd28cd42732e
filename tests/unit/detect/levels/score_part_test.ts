import assert from "node:assert/strict";
import { scorePart } from "@lib/detect/levels/score_part.ts";
import { scoreSteps } from "@lib/detect/score.ts";
import { levelSeries, REBASING } from "../../../support/level_series.ts";

Deno.test("scorePart() gives parts that sum to the squared score, with damping, gaps and a threshold", () => {
  const distance = levelSeries({
    steps: 300,
    add: (t, f) => f === 1 && t > 100 ? 0.8 : 0,
  });
  distance.fill(NaN, 4 * 150, 4 * 160);
  const parameters = { ...REBASING, dampingHalfLifeSteps: 40, threshold: 1.7 };
  const score = scoreSteps({ ...parameters, distance });
  const parts = [0, 1, 2, 3].map((f) => scorePart(distance, f, parameters));
  score.forEach((one, t) => {
    const sum = parts.reduce((sum, part) => sum + part[t]!, 0);
    if (Number.isNaN(one)) assert.ok(Number.isNaN(sum));
    else assert.ok(Math.abs(sum / (one / 1.7) ** 2 - 1) < 1e-5, `${t}`);
  });
  assert.ok(parts[1]![110]! > 20 * parts[0]![110]!);
});
