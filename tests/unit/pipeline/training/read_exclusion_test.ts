import assert from "node:assert/strict";
import { join } from "node:path";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { readHostLabels } from "@lib/pipeline/training/host_labels.ts";
import {
  exclusionNotes,
  readExclusion,
} from "@lib/pipeline/training/read_exclusion.ts";
import { trainingDataOf } from "@lib/pipeline/training/read_training.ts";
import { rawOf } from "../../../support/tables.ts";

/** 600 minutes of a wave, from 1970 on. */
const minutes = Array.from({ length: 600 }, (_, t) => t);
const raw = rawOf(minutes.map((t) => t * 60), {
  a: minutes.map((t) => Math.sin(t / 9)),
});

async function withLabels<T>(
  lines: readonly string[],
  use: (exclude: string) => Promise<T>,
): Promise<T> {
  const dir = await Deno.makeTempDir();
  try {
    const file = join(dir, "labels.csv");
    const text = ["start,end,mark,host", ...lines, ""].join("\n");
    await Deno.writeTextFile(file, text);
    return await use(file);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const at = (minute: number) => new Date(minute * 60_000).toISOString();
const line = (start: number, end: number, rest: string) =>
  `${at(start)},${at(end)},${rest}`;

const notesOf = (lines: readonly string[], host?: string) =>
  withLabels(lines, async (exclude) => {
    const params = parseParams({ exclude, ...(host ? { host } : {}) });
    const exclusion = await readExclusion(params, raw);
    const data = trainingDataOf(regularGrid(raw), 10, {
      exclude: exclusion.spans,
    });
    return exclusionNotes(data, exclusion, params);
  });

Deno.test("readExclusion() leaves out what is marked true or maintenance, of the table's host and of every host", async () => {
  assert.deepEqual(
    await notesOf([
      line(100, 109, "true,server-1"),
      line(200, 204, "maintenance,"),
      line(300, 310, "false,server-1"),
      line(400, 410, "true,web-2"),
      line(9000, 9010, ",server-1"),
    ]),
    [
      "1 label of labels.csv is of other hosts than server-1 and was passed over.",
      "15 steps (15 min) are left out of training: 1 incident and 1 maintenance span.",
    ],
  );
});

Deno.test("readExclusion() says where it leaves nothing out", async () => {
  const nothing =
    "labels.csv marks nothing true or maintenance in the time that is learned from: nothing is left out of training.";
  assert.deepEqual(await notesOf([]), [nothing]);
  assert.deepEqual(await notesOf([line(1, 9, "false,")]), [nothing]);
  assert.deepEqual(await notesOf([line(9000, 9010, "true,")]), [nothing]);
  const { spans, notes } = await readExclusion(parseParams({}), raw);
  assert.deepEqual([spans, notes], [[], []]);
});

Deno.test("readHostLabels() refuses labels of other hosts only, unless --host says the table's", async () => {
  const lines = [line(1, 2, ",web-1"), line(3, 4, ",web-2")];
  await withLabels(lines, async (file) => {
    const read = (params: Readonly<Record<string, unknown>>) =>
      readHostLabels(file, raw, parseParams(params));
    await assert.rejects(read({}), {
      name: "InputError",
      message:
        /^Cannot use the labels of \S+: some must be of the host server-1, got "web-1, web-2"; say with --host which of them this is, or name none in the file$/,
    });
    const { labels, notes } = await read({ host: "server-1" });
    assert.deepEqual(labels, []);
    assert.match(notes[0] ?? "", /^2 labels of .* are of other hosts/);
  });
});
