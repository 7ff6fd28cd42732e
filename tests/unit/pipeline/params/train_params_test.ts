import assert from "node:assert/strict";
import { parseTrainParams } from "@lib/pipeline/params/train_params.ts";

Deno.test("parseTrainParams() tells what is to be done", () => {
  const kinds = [
    {},
    { train: "a.csv", compare: false, yes: null },
    { train: "a.csv", data: "b.csv", compare: true },
    { compare: true, labels: "l.csv", yes: true },
    { rollback: "web" },
    { use: "web@abc" },
  ].map((given) => parseTrainParams(given).kind);
  assert.deepEqual(kinds, [
    ...["train", "train", "compare", "compare", "rollback", "use"],
  ]);
  const asked = parseTrainParams({ compare: true, yes: true });
  assert.equal(asked.kind === "compare" && asked.agreed, "yes");
});

const REFUSED = [
  [
    { rollback: "web", seed: 3 },
    /--rollback trains nothing and takes no other flag, got "--seed"/,
  ],
  [
    { rollback: "web", use: "web@a" },
    /--rollback trains nothing .*, got "--use"/,
  ],
  [{ use: "web@a", compare: true }, /--use trains nothing .*, got "--compare"/],
  [{ rollback: "../x" }, /name must be up to 100 letters/],
  [{ rollback: 5 }, /name must be a text/],
  [{ use: "web" }, /use must be NAME@VERSION, got "web"/],
  [{ yes: true }, /--yes is for --compare; leave it out, or add --compare/],
  [{ labels: "l.csv" }, /--labels is for --compare/],
  [{ earlier: "runs" }, /--earlier is for --compare/],
  [{ compare: "maybe" }, /compare must be true or false/],
  [
    { compare: true, train: "a.csv" },
    /--data what both versions look at; add --data FILE/,
  ],
  [
    { compare: true, data: "a.csv" },
    /--train must name what is learned from.*; add --train FILE/,
  ],
  [{ comapre: true }, /every name must be known/],
] as const;

for (const [given, message] of REFUSED) {
  Deno.test(`parseTrainParams() refuses ${JSON.stringify(given)}`, () => {
    assert.throws(() => parseTrainParams(given), {
      name: "InputError",
      message,
    });
  });
}
