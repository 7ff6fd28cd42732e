import assert from "node:assert/strict";
import { wrapText } from "@lib/report/pdf/wrap_text.ts";

const measure = (text: string) => [...text].length;

Deno.test("wrapText() breaks at spaces, as late as it can", () => {
  assert.deepEqual(wrapText("one two three", 7, measure), ["one two", "three"]);
  assert.deepEqual(wrapText("one two three", 13, measure), ["one two three"]);
});

Deno.test("wrapText() keeps a hyphenated word whole where it fits a line", () => {
  assert.deepEqual(
    wrapText("the disk-io-time", 12, measure),
    ["the", "disk-io-time"],
  );
});

Deno.test("wrapText() cuts a long word after punctuation, else anywhere", () => {
  assert.deepEqual(
    wrapText("sys-mem-swap-free", 10, measure),
    ["sys-mem-", "swap-free"],
  );
  assert.deepEqual(wrapText("abcdefghij", 4, measure), ["abcd", "efgh", "ij"]);
});

Deno.test("wrapText() goes on in the line in which a cut word ends", () => {
  assert.deepEqual(wrapText("abcdef gh i", 4, measure), ["abcd", "ef", "gh i"]);
  assert.deepEqual(wrapText("abcde gh", 4, measure), ["abcd", "e gh"]);
});

Deno.test("wrapText() gives one empty line for no text", () => {
  assert.deepEqual(wrapText("", 10, measure), [""]);
});

Deno.test("wrapText() never cuts through a character", () => {
  assert.deepEqual(wrapText("🔥🔥🔥", 2, measure), ["🔥🔥", "🔥"]);
  assert.deepEqual(wrapText("🔥🔥", 0, measure), ["🔥", "🔥"]);
});

Deno.test("wrapText() keeps a number with its unit and a dot with its word", () => {
  const lines = wrapText("load 12 %, ● cpu 5 MiB/s", 9, measure);
  assert.deepEqual(lines, ["load", "12 %,", "● cpu", "5 MiB/s"]);
  assert.deepEqual(wrapText("● cpu-user", 6, measure), ["● cpu-", "user"]);
});

Deno.test("wrapText() breaks after a number before a word or another number", () => {
  const lines = wrapText("12 incidents 34 56", 9, measure);
  assert.deepEqual(lines, ["12", "incidents", "34 56"]);
});
