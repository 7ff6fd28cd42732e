import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { initialWeights } from "@lib/model/initial_weights.ts";
import { toModelBytes } from "@lib/model/model_bytes.ts";
import { parseModelBytes } from "@lib/model/parse_model_bytes.ts";

const shape = { window: 4, features: 3, hidden: 2 };
const weights = await initialWeights(shape, { seed: 5 });
const bytes = toModelBytes({ shape, weights });

Deno.test("parseModelBytes() gives back what toModelBytes() was given", () => {
  assert.deepEqual(parseModelBytes(bytes), { shape, weights });
});

Deno.test("parseModelBytes() reads weights that start anywhere in a buffer", () => {
  const shifted = new Uint8Array(bytes.weights.length + 3);
  shifted.set(bytes.weights, 3);
  const moved = { ...bytes, weights: shifted.subarray(3) };
  assert.deepEqual(parseModelBytes(moved), { shape, weights });
});

/** A change to `model.json`, or the text instead of it. */
type Change = (text: string) => string;

const replaced = (from: string | RegExp, to: string): Change => (text) => {
  assert.notEqual(text.replace(from, to), text, `no ${from} in model.json`);
  return text.replace(from, to);
};

const HOSTILE: readonly [what: string, change: Change, message: RegExp][] = [
  ["no JSON", () => "{", /model\.json must be JSON, got "\{"/],
  ["a scalar", () => "3", /its window must be a positive integer, got null/],
  ["too long a text", (text) => text.padEnd(1_000_001), /at most 1000000 char/],
  [
    "a layer that runs code",
    replaced('"RepeatVector"', '"Lambda"'),
    /must be this project's LSTM autoencoder, got \["LSTM","Lambda","LSTM","Dense"\]/,
  ],
  [
    "another activation",
    replaced('"sigmoid"', '"hardSigmoid"'),
    /must be this project's LSTM autoencoder/,
  ],
  [
    "a reversed LSTM",
    replaced('"go_backwards": false', '"go_backwards": true'),
    /must be this project's LSTM autoencoder/,
  ],
  [
    "a huge window",
    (text) => text.replaceAll(/(null,\s+|"n": )4/g, "$11000000000"),
    /its window must have at most 10000 steps, got 1000000000/,
  ],
  [
    "huge hidden units",
    (text) => text.replaceAll('"units": 2', '"units": 1000000000'),
    /its weights manifest must fit its layers/,
  ],
  [
    "a fractional size",
    replaced('"units": 2', '"units": 2.5'),
    /its hidden units must be a positive integer, got 2.5/,
  ],
  [
    "weights elsewhere",
    replaced('"weights.bin"', '"../../etc/passwd"'),
    /its weights manifest must fit its layers/,
  ],
  [
    "quantized weights",
    replaced(
      '"dtype": "float32"\n',
      '"dtype": "float32", "quantization": {}\n',
    ),
    /its weights manifest must fit its layers/,
  ],
  [
    "a prototype instead of properties",
    (text) => `{"__proto__": ${text}}`,
    /its window must be a positive integer, got null/,
  ],
];

for (const [what, change, message] of HOSTILE) {
  Deno.test(`parseModelBytes() refuses ${what} in one line`, () => {
    const modelJson = change(bytes.modelJson);
    assert.throws(
      () => parseModelBytes({ ...bytes, modelJson }),
      (error) => {
        assert(error instanceof InputError);
        assert.match(
          error.message,
          /^Cannot load the model: .*; train it again$/,
        );
        assert.match(error.message, message);
        return true;
      },
    );
  });
}

Deno.test("parseModelBytes() refuses huge sizes before it makes an array", () => {
  const huge = { window: 4, features: 3, hidden: 2_000_000 };
  const units = (text: string) =>
    text.replaceAll('"units": 2,', `"units": ${huge.hidden},`)
      .replaceAll(/\b8\b/g, `${4 * huge.hidden}`)
      .replaceAll(/\b2,\n/g, `${huge.hidden},\n`)
      .replaceAll(/(\[\s+)2(,\s+3)/g, `$1${huge.hidden}$2`);
  assert.throws(
    () => parseModelBytes({ ...bytes, modelJson: units(bytes.modelJson) }),
    /weights\.bin must have \d{15} bytes, got \d{3};/,
  );
});

Deno.test("parseModelBytes() refuses cut-off weights", () => {
  const cut = bytes.weights.subarray(0, -4);
  assert.throws(
    () => parseModelBytes({ ...bytes, weights: cut }),
    new InputError(
      "load the model",
      `weights.bin must have ${bytes.weights.length} bytes`,
      { got: cut.length, hint: "train it again" },
    ),
  );
});

Deno.test("parseModelBytes() refuses weights that are no numbers", () => {
  const poisoned = bytes.weights.slice();
  new Float32Array(poisoned.buffer)[9] = NaN;
  assert.throws(
    () => parseModelBytes({ ...bytes, weights: poisoned }),
    /weights\.bin must hold finite numbers, got "NaN"/,
  );
});
