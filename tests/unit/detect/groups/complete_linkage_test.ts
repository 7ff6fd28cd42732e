import assert from "node:assert/strict";
import { completeLinkage } from "@lib/detect/groups/complete_linkage.ts";
import { fc } from "../../../support/fast_check.ts";

/** A similarity of things from the pairs that are alike. */
function similarityOf(
  things: number,
  pairs: readonly (readonly [number, number, number])[],
): Float64Array {
  const similarity = new Float64Array(things * things);
  for (const [i, j, alike] of pairs) {
    similarity[i * things + j] = alike;
    similarity[j * things + i] = alike;
  }
  return similarity;
}

Deno.test("completeLinkage() joins nothing below its level", () => {
  assert.deepEqual(completeLinkage(similarityOf(2, [[0, 1, 0.79]]), 0.8), []);
  assert.deepEqual(completeLinkage(similarityOf(2, [[0, 1, 0.8]]), 0.8), [[
    0,
    1,
  ]]);
});

Deno.test("completeLinkage() follows no chain", () => {
  const chain = similarityOf(3, [[0, 1, 0.85], [1, 2, 0.9]]);
  assert.deepEqual(completeLinkage(chain, 0.8), [[1, 2]]);
});

Deno.test("completeLinkage() gives clusters by their first member, each in order", () => {
  const two = similarityOf(5, [[3, 1, 0.9], [4, 0, 0.99], [0, 3, 0.2]]);
  assert.deepEqual(completeLinkage(two, 0.8), [[0, 4], [1, 3]]);
});

Deno.test("completeLinkage() never joins what is not alike, and leaves no two clusters that are", () => {
  const cells = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), {
    minLength: 36,
    maxLength: 36,
  });
  fc.assert(fc.property(cells, (values) => {
    const pairs = Array.from(
      { length: 36 },
      (_, i) => [Math.floor(i / 6), i % 6, values[i]!] as const,
    )
      .filter(([i, j]) => i < j);
    const similarity = similarityOf(6, pairs);
    const clusters = completeLinkage(similarity, 0.5);
    const at = (i: number, j: number) => similarity[i * 6 + j]!;
    const members = clusters.flat();
    assert.equal(new Set(members).size, members.length);
    for (const cluster of clusters) {
      for (const i of cluster) {
        for (const j of cluster) assert.ok(i === j || at(i, j) >= 0.5);
      }
    }
    const alone = Array.from({ length: 6 }, (_, i) => [i])
      .filter(([i]) => !members.includes(i!));
    const all = [...clusters, ...alone];
    for (const [x, one] of all.entries()) {
      for (const other of all.slice(x + 1)) {
        assert.ok(one.some((i) => other.some((j) => at(i, j) < 0.5)));
      }
    }
  }));
});
