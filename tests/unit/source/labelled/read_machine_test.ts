import assert from "node:assert/strict";
import { join } from "node:path";
import { machineOf } from "@lib/benchmark/machine.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { listMachines } from "@lib/source/labelled/list_machines.ts";
import { readMachine } from "@lib/source/labelled/read_machine.ts";
import {
  writeMachine,
  writeTextMachine,
} from "../../../support/labelled_folder.ts";

const machine = { name: "m-1", train: 80, test: 90 };

async function inFolder(work: (dir: string) => Promise<void>) {
  const dir = await Deno.makeTempDir();
  try {
    await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const read = async (dir: string) =>
  await readMachine(await listMachines(dir), "m-1");

Deno.test("readMachine() reads Parquet and text to the same machine", () =>
  inFolder(async (dir) => {
    const [tables, texts] = [join(dir, "tables"), join(dir, "texts")];
    await Deno.mkdir(tables);
    await writeMachine(tables, machine);
    await writeTextMachine(texts, machine);
    const [one, other] = [await read(tables), await read(texts)];
    for (const part of ["train", "test"] as const) {
      assert.deepEqual(one[part].times, other[part].times);
      assert.deepEqual(one[part].label, other[part].label);
      one[part].columns.forEach(({ values }, c) =>
        values.forEach((value, row) => {
          const text = other[part].columns[c]!.values[row]!;
          assert.ok(Math.abs(value - text) < 1e-6);
        })
      );
    }
    assert.equal(one.test.times[0], 80 * 60_000);
    assert.equal(one.test.label?.reduce((sum, l) => sum + l, 0), 20);
    const [span] = one.causes ?? [];
    assert.deepEqual(span, {
      startMs: 130 * 60_000,
      endMs: 149 * 60_000,
      features: ["b"],
      note: "",
    });
    assert.deepEqual(other.causes, [{ ...span, features: ["metric-02"] }]);
  }));

Deno.test("readMachine() reads a machine without causes", () =>
  inFolder(async (dir) => {
    await writeMachine(dir, machine, { causes: "missing" });
    assert.equal((await read(dir)).causes, null);
    await writeTextMachine(join(dir, "t"), machine);
    await Deno.remove(join(dir, "t/interpretation_label/m-1.txt"));
    assert.equal((await read(join(dir, "t"))).causes, null);
  }));

Deno.test("readMachine() needs labels", () =>
  inFolder(async (dir) => {
    await writeMachine(dir, machine, { label: "missing" });
    await assert.rejects(read(dir), {
      message: "Cannot benchmark m-1: its test part must have a column " +
        "label; 1 where a row is anomalous, else 0; or spans in m-1.labels.csv",
    });
  }));

Deno.test("readMachine() takes spans for labels, and for causes, as the bundled recording has them", () =>
  inFolder(async (dir) => {
    await writeMachine(dir, machine, { label: "missing", causes: "missing" });
    const [start, end] = [100 * 60, 103 * 60];
    await Deno.writeTextFile(
      join(dir, "m-1.labels.csv"),
      `start,end,features,note\n${start},${end},a;b,load\n`,
    );
    const { test, causes } = await read(dir);
    const rows = [...test.label ?? []].flatMap((l, row) => l ? [row] : []);
    assert.deepEqual(rows, [20, 21, 22, 23]);
    assert.deepEqual(causes?.[0]?.features, ["a", "b"]);
  }));

Deno.test("readMachine() reads the bundled recording", async () => {
  const folder = await listMachines(fromRoot("data/samples"));
  const { test, causes } = await readMachine(folder, "server-1");
  assert.equal(causes?.length, 8);
  assert.ok(test.label?.includes(1) && test.label.includes(0));
});

const flaws: readonly (readonly [string, string, RegExp])[] = [
  [
    "test",
    "0.1,0.2\n0.1,x\n",
    /^Cannot read line 2 of .*test.m-1\.txt: .*0\.1,x/,
  ],
  ["test", "0.1,0.2\n\n0.1,0.2\n", /^Cannot read line 2 of .*numbers between/],
  ["train", "0.1\n", /^Cannot read .*m-1\.txt: all rows .* 2 columns, got 1$/],
  ["test_label", "0\n1\n", /^Cannot read .*0 or 1 for each of the 90 rows/],
  ["test_label", "2\n".repeat(90), /^Cannot read .*0 or 1 for each/],
  ["interpretation_label", "5-9:1\n5-9\n", /^Cannot read line 2 of .*5-9/],
  ["interpretation_label", "5-9:3\n", /columns of 1 to 2, got "5-9:3"$/],
];

for (const [part, text, message] of flaws) {
  Deno.test(`readMachine() refuses ${part} that is ${JSON.stringify(text.slice(0, 20))}`, () =>
    inFolder(async (dir) => {
      await writeTextMachine(dir, machine);
      await Deno.writeTextFile(join(dir, part, "m-1.txt"), text);
      await assert.rejects(read(dir), { name: "InputError", message });
    }));
}

Deno.test("readMachine() says which text file is missing", () =>
  inFolder(async (dir) => {
    await writeTextMachine(dir, machine);
    await Deno.remove(join(dir, "test_label/m-1.txt"));
    await assert.rejects(read(dir), {
      message: /^Cannot read .*test_label.m-1\.txt: it must be there$/,
    });
  }));

Deno.test("readMachine() takes labels and causes from what M.labels.csv marks true, and leaves maintenance out of what is judged", () =>
  inFolder(async (dir) => {
    await writeMachine(dir, machine, { label: "missing", causes: "missing" });
    const at = (row: number) => (80 + row) * 60;
    await Deno.writeTextFile(
      join(dir, "m-1.labels.csv"),
      [
        "start,end,features,mark,host",
        `${at(10)},${at(12)},a,false,m-1`,
        `${at(20)},${at(24)},,maintenance,m-1`,
        `${at(30)},${at(33)},b,,`,
        `${at(50)},${at(69)},b,true,m-1`,
        `${at(80)},${at(84)},b,true,m-2`,
        "",
      ].join("\n"),
    );
    const read = await readMachine(await listMachines(dir), "m-1");
    const rows = [...read.test.label ?? []].flatMap((one, row) =>
      one === 1 ? [row] : []
    );
    assert.deepEqual([rows.length, rows[0], rows[3], rows[4], rows.at(-1)], [
      ...[24, 30, 33, 50, 69],
    ]);
    assert.deepEqual(read.causes?.map(({ features }) => features), [["b"], [
      "b",
    ]]);
    assert.deepEqual(
      read.maintenance?.map(({ startMs, endMs }) => [startMs, endMs]),
      [[at(20) * 1000, at(24) * 1000]],
    );
    const { maintenance, days, events } = machineOf(read);
    assert.equal(maintenance.reduce((sum, one) => sum + one, 0), 5);
    assert.equal(days, (90 - 5) / 1440);
    assert.equal(events.length, 2);
  }));

Deno.test("readMachine() refuses labels of other hosts only", () =>
  inFolder(async (dir) => {
    await writeMachine(dir, machine, { label: "missing" });
    await Deno.writeTextFile(
      join(dir, "m-1.labels.csv"),
      "start,end,host\n4800,4860,web\n",
    );
    await assert.rejects(
      readMachine(await listMachines(dir), "m-1"),
      /Cannot benchmark m-1: some of its labels must be of the host of that name, or of none, got "web"$/,
    );
  }));
