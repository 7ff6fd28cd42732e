import assert from "node:assert/strict";
import { Damage } from "@lib/source/parquet/damage.ts";
import { readStruct } from "@lib/source/parquet/thrift.ts";
import { fc } from "../../../support/fast_check.ts";

// By hand, after thrift-compact-protocol.md.
Deno.test("readStruct() reads numbers, flags, texts, lists, maps and structs", () => {
  const { fields, length } = readStruct(Uint8Array.of(
    ...[0x11], // field 1: true
    ...[0x15, 0x03], // field 2: i32, zigzag 3 = -2
    ...[0x18, 0x02, 0x61, 0x62], // field 3: "ab"
    ...[0x19, 0x25, 0x02, 0x04], // field 4: list of 2 i32: 1, 2
    ...[0x1c, 0x12, 0x00], // field 5: struct with field 1: false
    ...[0x1b, 0x01, 0x55, 0x02, 0x04], // field 6: map of i32: 1 to 2
    ...[0x05, 0x50, 0x02], // field 40, by its number: i32 1
    ...[0x00, 0xff],
  ));
  assert.equal(length, 23);
  assert.equal(fields.get(1), true);
  assert.equal(fields.get(2), -2);
  assert.deepEqual(fields.get(3), Uint8Array.of(0x61, 0x62));
  assert.deepEqual(fields.get(4), [1, 2]);
  assert.deepEqual(fields.get(5), new Map([[1, false]]));
  assert.deepEqual(fields.get(6), [1, 2]);
  assert.equal(fields.get(40), 1);
});

/** Field 1: a list of 3,000,000 empty structs. */
const LONG_LIST = [
  ...[0x19, 0xfc, 0xc0, 0x8d, 0xb7, 0x01],
  ...Array(3_000_001).fill(0),
];

Deno.test("readStruct() refuses what ends too early or says more than it holds", () => {
  for (
    const [bytes, found] of [
      [[], "ends too early"],
      [[0x15], "ends too early"],
      [[0x18, 0x7f, 0x61], "ends too early"],
      [[0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x7f, 0], "longer than itself"],
      [[0x15, ...Array(11).fill(0xff)], "without end"],
      [[0x1d, 0], "a type 13"],
      [Array(40).fill(0x1c), "too deep"],
      [Array(200_000).fill(0x19), "too deep"],
      [Array(200_000).fill(0x1b), "too deep"],
      [LONG_LIST, "too many values"],
    ] as const
  ) {
    assert.throws(
      () => readStruct(Uint8Array.from(bytes)),
      (error: unknown) =>
        error instanceof Damage && error.found.includes(found),
      found,
    );
  }
});

Deno.test("readStruct() of any bytes gives a struct or says that they are damaged", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    try {
      assert.ok(readStruct(bytes).length <= bytes.length);
    } catch (error) {
      assert.ok(error instanceof Damage);
    }
  }));
});
