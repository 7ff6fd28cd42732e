import assert from "node:assert/strict";
import {
  type CheckpointOf,
  parseCheckpoint,
  toCheckpointBytes,
} from "@lib/pipeline/store/checkpoint_bytes.ts";
import { fc } from "../../../support/fast_check.ts";
import { TOY_TRAINING, toyState } from "../../../support/train_states.ts";

const of: CheckpointOf = {
  name: "web",
  version: "abc123",
  engine: { name: "wasm", version: "tfjs-wasm 4.22.0" },
  options: TOY_TRAINING.options,
  windows: "00",
};
const bytes = toCheckpointBytes(toyState(), of);

Deno.test("parseCheckpoint() gives back what toCheckpointBytes() was given", () => {
  assert.deepEqual(parseCheckpoint(bytes, of), toyState());
});

const OTHERS: readonly (readonly [string, Partial<CheckpointOf>])[] = [
  ["model", { name: "db" }],
  ["version", { version: "abc124" }],
  ["engine", { engine: { name: "tfjs-node", version: "tfjs-wasm 4.22.0" } }],
  ["engine's version", { engine: { name: "wasm", version: "4.23.0" } }],
  ["schedule", { options: { ...of.options, epochs: 7 } }],
  ["set of windows", { windows: "01" }],
];

for (const [what, change] of OTHERS) {
  Deno.test(`parseCheckpoint() says of another ${what} that it is foreign`, () => {
    assert.equal(parseCheckpoint(bytes, { ...of, ...change }), "foreign");
  });
}

Deno.test("parseCheckpoint() says of any changed byte that it is damaged", () => {
  fc.assert(fc.property(
    fc.nat(bytes.length - 1),
    fc.integer({ min: 1, max: 255 }),
    (at, change) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      assert.equal(parseCheckpoint(changed, of), "damaged");
    },
  ));
});

Deno.test("parseCheckpoint() says of any other length that it is damaged", () => {
  fc.assert(fc.property(fc.nat(bytes.length - 1), (length) => {
    assert.equal(parseCheckpoint(bytes.slice(0, length), of), "damaged");
  }));
  assert.equal(
    parseCheckpoint(Uint8Array.of(...bytes, 0), of),
    "damaged",
  );
});

Deno.test("parseCheckpoint() takes no state without losses, whoever wrote it", () => {
  // deno-lint-ignore no-explicit-any -- what no training makes
  const state = { ...toyState(), losses: [null] as any };
  assert.equal(parseCheckpoint(toCheckpointBytes(state, of), of), "damaged");
});
