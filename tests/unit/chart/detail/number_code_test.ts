import assert from "node:assert/strict";
import { decodeNumbers, encodeNumbers } from "@lib/chart/detail/number_code.ts";
import { fc } from "../../../support/fast_check.ts";

const small = fc.integer({ min: 0, max: 40 });
const any = fc.oneof(small, fc.integer({ min: 0, max: 2 ** 30 - 1 }));

Deno.test("decodeNumbers() gives back what encodeNumbers() was given", () => {
  fc.assert(fc.property(fc.array(any, { maxLength: 300 }), (numbers) => {
    const text = encodeNumbers(numbers);
    assert.deepEqual(decodeNumbers(text), numbers);
    assert.match(text, /^[\w-]*$/);
  }));
  for (const numbers of [[], [0], [1], [2 ** 30 - 1], Array(7).fill(0)]) {
    assert.deepEqual(decodeNumbers(encodeNumbers(numbers)), numbers);
  }
});

Deno.test("encodeNumbers() writes small numbers short", () => {
  const of = (number: number) =>
    encodeNumbers(Array.from({ length: 6000 }, () => number)).length;
  assert.ok(of(0) <= 1010, "a bit each, six a character");
  assert.ok(of(3) <= 3020 && of(100) < 9000, `${of(3)}, ${of(100)}`);
});

Deno.test("encodeNumbers() is short again soon after a large number", () => {
  const calm = Array.from({ length: 600 }, () => 1);
  const [alone, after] = [calm, [2 ** 29, ...calm]]
    .map((numbers) => encodeNumbers(numbers).length);
  assert.ok(after! - alone! < 120, `${after} and ${alone}`);
});
