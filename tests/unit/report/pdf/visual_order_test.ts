import assert from "node:assert/strict";
import { visualOrder } from "@lib/report/pdf/visual_order.ts";

// Alef, bet and gimel; right to left they read "gimel bet alef" from the left.
const [ALEF, BET, GIMEL] = ["\u05d0", "\u05d1", "\u05d2"];

Deno.test("visualOrder() leaves left-to-right text as it is", () => {
  assert.equal(visualOrder("cpu-user: 12 %, émoi"), "cpu-user: 12 %, émoi");
});

Deno.test("visualOrder() turns words around, and their order in a phrase", () => {
  assert.equal(visualOrder(`${ALEF}${BET} ${GIMEL}`), `${GIMEL} ${BET}${ALEF}`);
});

Deno.test("visualOrder() keeps other words and numbers in their places", () => {
  assert.equal(
    visualOrder(`disk ${ALEF}${BET} 12 MB`),
    `disk ${BET}${ALEF} 12 MB`,
  );
});

Deno.test("visualOrder() keeps a mark behind its letter", () => {
  const dagesh = "\u05bc";
  assert.equal(visualOrder(`${ALEF}${dagesh}${BET}`), `${BET}${ALEF}${dagesh}`);
});
