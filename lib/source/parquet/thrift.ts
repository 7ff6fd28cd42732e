import { Damage } from "./damage.ts";

/** A value in Thrift's compact protocol; a struct is its fields by number. */
export type ThriftValue =
  | number
  | boolean
  | Uint8Array
  | readonly ThriftValue[]
  | ThriftStruct;

/** Fields of a struct by number. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

/** Structs and lists in each other beyond this are damage. */
const MAX_DEPTH = 32;

/** More values take too much memory; a column of a row group has some 25. */
const MAX_VALUES = 2_000_000;

/** Types of the compact protocol. */
const TYPE = {
  yes: 1,
  no: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
} as const;

/** Where a field of a struct lies. */
export interface FieldPlace {
  /** Its number. */
  readonly id: number;
  /** Its type in the compact protocol. */
  readonly type: number;
  /** First byte of its value; a flag has none, its type is its value. */
  readonly start: number;
  /** First byte after it. */
  readonly end: number;
}

/** A struct that was read. */
export interface ReadStruct {
  /** Its fields. */
  readonly fields: ThriftStruct;
  /** How many bytes it took. */
  readonly length: number;
  /** Where its own fields lie, in their order. */
  readonly places: readonly FieldPlace[];
}

/**
 * Reads a struct in Thrift's compact protocol, in which Parquet keeps what it
 * says of itself. Nothing is allocated by a size that the bytes do not bear out,
 * nor for more values than a footer has.
 *
 * Source: "Thrift Compact protocol encoding", thrift-compact-protocol.md of
 * Apache Thrift.
 *
 * @param bytes The bytes; more may follow the struct.
 * @returns The struct, how many bytes it took, and where its fields lie.
 * @throws {Damage} If they are no whole struct.
 *
 * @example Usage
 * ```ts
 * import { readStruct } from "@lib/source/parquet/thrift.ts";
 * import assert from "node:assert/strict";
 *
 * // Field 1: i32 75, written zigzag as 150; then the end.
 * const { fields, length } = readStruct(Uint8Array.of(0x15, 0x96, 0x01, 0));
 * assert.equal(fields.get(1), 75);
 * assert.equal(length, 4);
 * ```
 */
export function readStruct(bytes: Uint8Array): ReadStruct {
  const reader = new CompactReader(bytes);
  const places: FieldPlace[] = [];
  const fields = reader.struct(0, places);
  return { fields, length: reader.at, places };
}

class CompactReader {
  readonly #bytes: Uint8Array;
  #values = 0;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  struct(depth: number, places: FieldPlace[] = []): ThriftStruct {
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (;;) {
      const head = this.#byte();
      if (head === 0) return fields;
      const delta = head >> 4;
      id = delta === 0 ? this.#zigzag() : id + delta;
      const type = head & 15;
      const isFlag = type === TYPE.yes || type === TYPE.no;
      const start = this.at;
      fields.set(id, isFlag ? type === TYPE.yes : this.#value(type, depth));
      if (depth === 0) places.push({ id, type, start, end: this.at });
    }
  }

  #value(type: number, depth: number): ThriftValue {
    if (depth > MAX_DEPTH) throw new Damage("it has values too deep");
    if (++this.#values > MAX_VALUES) throw new Damage("it has too many values");
    switch (type) {
      case TYPE.yes:
      case TYPE.no:
        return this.#byte() === TYPE.yes;
      case TYPE.byte:
        return this.#byte();
      case TYPE.i16:
      case TYPE.i32:
      case TYPE.i64:
        return this.#zigzag();
      case TYPE.double:
        return this.#skip(8);
      case TYPE.binary:
        return this.#skip(this.#varint());
      case TYPE.list:
      case TYPE.set: {
        const head = this.#byte();
        const size = head >> 4 === 15 ? this.#varint() : head >> 4;
        return this.#list(size, [head & 15], depth);
      }
      case TYPE.map: {
        const size = this.#varint();
        const types = size === 0 ? 0 : this.#byte();
        return this.#list(size, [types >> 4, types & 15], depth);
      }
      case TYPE.struct:
        return this.struct(depth + 1);
      default:
        throw new Damage(`it has a type ${type}, which is none`);
    }
  }

  #list(size: number, types: readonly number[], depth: number) {
    // Every value takes a byte at least.
    if (size > this.#bytes.length - this.at) {
      throw new Damage("it has a list longer than itself");
    }
    const values: ThriftValue[] = [];
    for (let i = 0; i < size; i++) {
      for (const type of types) values.push(this.#value(type, depth + 1));
    }
    return values;
  }

  #skip(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.#bytes.length) throw new Damage("it ends too early");
    const part = this.#bytes.subarray(this.at, end);
    this.at = end;
    return part;
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** Exact up to 2⁵³; what is larger is no size or count of ours. */
  #varint(): number {
    let value = 0;
    for (let place = 0; place < 10; place++) {
      const byte = this.#byte();
      value += (byte & 127) * 2 ** (7 * place);
      if (byte < 128) return value;
    }
    throw new Damage("it has a number without end");
  }

  #byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new Damage("it ends too early");
    return byte;
  }
}
