import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import {
  PARAM_NAMES,
  parseParams,
  RUN_PARAM_NAMES,
} from "@lib/pipeline/params/params.ts";

Deno.test("parseParams() fills defaults in", () => {
  const params = parseParams({});
  assert.deepEqual(
    [
      params.window,
      params.hidden,
      params.seed,
      params.engine,
      params.alarmBudget.text,
    ],
    [10, 64, 1, "auto", "1/day"],
  );
  assert.equal(params.data, null);
  assert.equal(params.incident, null);
});

Deno.test("parseParams() knows the one incident that is told of, which changes no score", () => {
  const id = "web-1-20260101T213800Z";
  assert.equal(parseParams({ incident: id }).incident, id);
  assert.throws(() => parseParams({ incident: "" }), /incident must be a text/);
  for (
    const wrong of ["3", "#3", "web-1", `${id} `, "web-1-2026-03-01T12:00Z"]
  ) {
    assert.throws(
      () => parseParams({ incident: wrong }),
      /incident must be an incident's id, got .*incidents\.json lists them, and /,
    );
  }
  // The number that a page shows: the same id has another one in another run.
  assert.throws(
    () => parseParams({ incident: "3" }),
    /got "3"; its number is another one in another run; incidents\.json/,
  );
  assert.ok(PARAM_NAMES.includes("incident"));
  assert.ok(!RUN_PARAM_NAMES.includes("incident"));
});

Deno.test("parseParams() takes numbers as flags and as JSON write them", () => {
  assert.equal(parseParams({ window: "12" }).window, 12);
  assert.equal(parseParams({ window: 12 }).window, 12);
});

Deno.test("parseParams() takes one file or several", () => {
  assert.deepEqual(parseParams({ data: "a.csv" }).data, ["a.csv"]);
  assert.deepEqual(parseParams({ data: ["a.csv", "b.csv"] }).data, [
    "a.csv",
    "b.csv",
  ]);
});

Deno.test("parseParams() reads an instant as UTC where it has no zone", () => {
  const expected = Date.UTC(2026, 0, 1);
  for (
    const start of [
      "2026-01-01",
      "2026-01-01T00:00:00",
      "2026-01-01T00:00:00Z",
      "2026-01-01T02:00:00+02:00",
    ]
  ) {
    assert.equal(parseParams({ start }).start, expected, start);
  }
});

const REFUSED: readonly (readonly [unknown, RegExp])[] = [
  [{ windw: 3 }, /"windw"; did you mean window\?/],
  [{ window: 1 }, /window must be an integer from 2 to 512, got 1/],
  [{ window: "ten" }, /window must be an integer .*got "ten"/],
  [{ window: true }, /window must be an integer/],
  [{ window: "" }, /window must be an integer/],
  [{ epochs: 0 }, /epochs/],
  [{ seed: -1 }, /seed/],
  [{ hidden: 1.5 }, /hidden/],
  [
    { engine: "gpu" },
    /engine must be one of auto, simd, tfjs-node, wasm, got "gpu"/,
  ],
  [{ threads: 0 }, /threads must be an integer from 1 to 256, got 0/],
  [
    { threads: 2, engine: "wasm" },
    /--threads is for the engine simd, got "--engine wasm"; leave one of the two/,
  ],
  [{ threads: 2, engine: "tfjs-node" }, /got "--engine tfjs-node"/],
  [{ "alarm-budget": "5" }, /alarm budget.*got "5"/],
  [{ start: "yesterday" }, /start must be an ISO 8601 time, got "yesterday"/],
  [{ name: "../escape" }, /name must be/],
  [
    { hiden: 3 },
    /every name must be known, got "hiden"; did you mean hidden\?/,
  ],
  [{ colour: 3 }, /"colour"; known are data/],
  [{ "time-zone": "Mars" }, /time-zone must be a time zone, got "Mars"/],
  [{ "decimal-comma": "yes" }, /decimal-comma must be true or false/],
  [
    { from: "2026-01-02", to: "2026-01-01" },
    /--from must be before --to, got "2026-01-02/,
  ],
  [{ data: [] }, /data must name at least one file/],
  [{ data: [""] }, /data must be a text/],
  [
    { model: "web", window: 5 },
    /--window is for training and --model names a trained model/,
  ],
  [[], /one JSON object/],
  ["text", /one JSON object/],
];

Deno.test("parseParams() refuses by name, rule and value", () => {
  for (const [input, message] of REFUSED) {
    assert.throws(
      () => parseParams(input),
      (error: unknown) =>
        error instanceof InputError && message.test(error.message),
      JSON.stringify(input),
    );
  }
});

Deno.test("parseParams() takes threads for simd, by its name or not", () => {
  for (const engine of ["auto", "simd"]) {
    assert.equal(parseParams({ threads: 2, engine }).threads, 2);
  }
  assert.equal(parseParams({ threads: 2 }).threads, 2);
});

Deno.test("parseParams() takes one metric or several, for training only", () => {
  assert.deepEqual(parseParams({}).metrics, []);
  assert.deepEqual(parseParams({ metric: "cpu*" }).metrics, ["cpu*"]);
  assert.deepEqual(parseParams({ metric: ["a", "b", "a"] }).metrics, [
    "a",
    "b",
  ]);
  assert.throws(
    () => parseParams({ model: "web", metric: "a" }),
    /--metric is for training and --model names a trained model/,
  );
});
