import assert from "node:assert/strict";
import { parseBenchmarkParams } from "@lib/benchmark/benchmark_params.ts";
import { PEER_NAMES } from "@lib/benchmark/recipe_names.ts";

Deno.test("parseBenchmarkParams() fills the defaults in", () => {
  assert.deepEqual(parseBenchmarkParams({ dir: "smd" }), {
    dir: "smd",
    machines: null,
    seeds: 3,
    recipes: ["default"],
    peers: PEER_NAMES,
    out: null,
  });
});

Deno.test("parseBenchmarkParams() takes lists with commas and without", () => {
  const { machines, recipes, peers, seeds } = parseBenchmarkParams({
    dir: "smd",
    machines: ["a, b", "c", "a"],
    recipe: ["pca-w10,default"],
    peers: "random",
    seeds: "2",
  });
  assert.deepEqual(machines, ["a", "b", "c"]);
  assert.deepEqual(recipes, ["pca-w10", "default"]);
  assert.deepEqual(peers, ["random"]);
  assert.equal(seeds, 2);
});

Deno.test("parseBenchmarkParams() takes none for no peers", () => {
  assert.deepEqual(parseBenchmarkParams({ dir: "d", peers: "none" }).peers, []);
  assert.deepEqual(
    parseBenchmarkParams({ dir: "d", peers: ["none"] }).peers,
    [],
  );
});

const refusals: readonly (readonly [Record<string, unknown>, RegExp])[] = [
  [{}, /^Cannot benchmark: --dir must be given; a folder of/],
  [{ dir: "d", recipe: "defualt" }, /got "defualt"; did you mean default\?$/],
  [{ dir: "d", peers: ["none", "random"] }, /recipe must be known, got "none"/],
  [
    { dir: "d", seed: 1 },
    /every name must be known, got "seed"; did you mean seeds/,
  ],
  [{ dir: "d", seeds: 0 }, /seeds must be an integer from 1 to 100, got 0$/],
  [{ dir: "d", machines: "a,,b" }, /machines must be a text that is not empty/],
  [{ dir: " " }, /dir must be a text that is not empty/],
];

for (const [input, message] of refusals) {
  Deno.test(`parseBenchmarkParams() refuses ${JSON.stringify(input)}`, () => {
    assert.throws(() => parseBenchmarkParams(input), {
      name: "InputError",
      message,
    });
  });
}
