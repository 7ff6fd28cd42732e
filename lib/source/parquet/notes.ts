import { Buffer } from "node:buffer";
import { Damage } from "./damage.ts";
import { footerBytes, footerPlace } from "./footer_bytes.ts";
import { readStruct, type ThriftStruct } from "./thrift.ts";

/** The field of a footer that holds texts by key, and its type: a list. */
const NOTES = { id: 5, type: 9 } as const;

/** Types of the compact protocol: text, struct. */
const [TEXT, STRUCT] = [8, 12] as const;

/** "PAR1", which follows a footer and its length. */
const MAGIC = Buffer.from("PAR1");

/**
 * Puts a text by key into a Parquet file's footer, where any reader of Parquet
 * finds it among the file's metadata. Data and the footer's other fields stay as
 * they are; its list of texts is written anew, without those that have a key only,
 * and what is no UTF-8 in it becomes U+FFFD.
 *
 * Source: `KeyValue` and `FileMetaData` of parquet.thrift, Apache Parquet.
 *
 * @param file The file's bytes.
 * @param note The key, which the file does not have yet, and the text.
 * @returns The file with the note.
 * @throws {Damage} If it is no Parquet file.
 */
export function withNote(
  file: Uint8Array,
  { key, value }: { readonly key: string; readonly value: string },
): Uint8Array {
  const { dataEnd, length } = footerPlace(file.subarray(-8), file.length);
  const footer = file.subarray(dataEnd, dataEnd + length);
  const { fields, places } = readStruct(footer);
  const notes = Buffer.concat([
    ...notesOf(fields).map((note) => noteBytes(note)),
    noteBytes([key, value]),
  ]);
  const list = Buffer.concat([
    listHead(notesOf(fields).length + 1),
    notes,
  ]);
  const others = places.filter(({ id }) => id !== NOTES.id)
    .map(({ id, type, start, end }) => ({
      id,
      type,
      bytes: footer.subarray(start, end),
    }));
  const pieces: Uint8Array[] = [];
  let before = 0;
  const all = [...others, { ...NOTES, bytes: list }]
    .sort((a, b) => a.id - b.id);
  for (const { id, type, bytes } of all) {
    pieces.push(Uint8Array.of((id - before) << 4 | type), bytes);
    before = id;
  }
  const written = Buffer.concat([...pieces, Uint8Array.of(0)]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(written.length);
  return Buffer.concat([file.subarray(0, dataEnd), written, size, MAGIC]);
}

/**
 * Reads the texts by key in a Parquet file's footer.
 *
 * @param file The path.
 * @returns The texts; none where the file is damaged: who reads the table says so.
 */
export async function readNotes(
  file: string,
): Promise<ReadonlyMap<string, string>> {
  using handle = await Deno.open(file);
  const { size } = await Deno.stat(file);
  try {
    const { bytes } = await footerBytes(handle, size);
    return new Map(notesOf(readStruct(bytes).fields));
  } catch (error) {
    if (error instanceof Damage) return new Map();
    throw error;
  }
}

function notesOf(footer: ThriftStruct): [key: string, value: string][] {
  const list = footer.get(NOTES.id);
  if (!Array.isArray(list)) return [];
  return list.flatMap((note) => {
    const [key, value] = note instanceof Map ? [note.get(1), note.get(2)] : [];
    return key instanceof Uint8Array && value instanceof Uint8Array
      ? [[textOf(key), textOf(value)] as [string, string]]
      : [];
  });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Field 1 and field 2, both texts, and the struct's end. */
function noteBytes(note: readonly [key: string, value: string]): Uint8Array {
  const parts = note.flatMap((text) => {
    const bytes = Buffer.from(text);
    return [Uint8Array.of(1 << 4 | TEXT), varint(bytes.length), bytes];
  });
  return Buffer.concat([...parts, Uint8Array.of(0)]);
}

function listHead(size: number): Uint8Array {
  return size < 15
    ? Uint8Array.of(size << 4 | STRUCT)
    : Buffer.concat([Uint8Array.of(15 << 4 | STRUCT), varint(size)]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push(rest & 127 | 128);
    rest >>>= 7;
  }
  return Uint8Array.of(...bytes, rest);
}
