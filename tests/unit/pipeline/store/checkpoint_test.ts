import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { openCheckpoint } from "@lib/pipeline/store/checkpoint.ts";
import {
  type CheckpointOf,
  toCheckpointBytes,
} from "@lib/pipeline/store/checkpoint_bytes.ts";
import { TOY_TRAINING, toyState } from "../../../support/train_states.ts";

const of: CheckpointOf = {
  name: "web",
  version: "abc123",
  engine: { name: "wasm", version: "1" },
  options: TOY_TRAINING.options,
  windows: "00",
};

/** Opens the checkpoint in a store of its own, as often as wanted. */
async function inStore(
  work: (at: {
    readonly path: string;
    readonly open: () => Promise<
      Awaited<ReturnType<typeof openCheckpoint>> & { readonly said: string[] }
    >;
  }) => Promise<void>,
): Promise<void> {
  const store = await Deno.makeTempDir();
  try {
    await work({
      path: join(store, "web", "checkpoints", "abc123.bin"),
      open: async () => {
        const said: string[] = [];
        const checkpoint = await openCheckpoint(of, {
          store,
          training: TOY_TRAINING,
          listener: (progress) =>
            said.push(progress.kind === "said" ? progress.text : "at"),
        });
        return { ...checkpoint, said };
      },
    });
  } finally {
    await Deno.remove(store, { recursive: true });
  }
}

Deno.test("openCheckpoint() begins where there is none, and says nothing", () =>
  inStore(async ({ open }) => {
    const { resume, said } = await open();
    assert.deepEqual([resume, said], [null, []]);
  }));

Deno.test("openCheckpoint() gives what was kept, and says from where it goes on", () =>
  inStore(async ({ open }) => {
    await (await open()).keep(toyState());
    const { resume, said } = await open();
    assert.deepEqual(resume, toyState());
    assert.deepEqual(said, [
      "Going on from epoch 3 of 6, kept when training was interrupted",
    ]);
  }));

const USELESS: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["empty", new Uint8Array(), /abc123\.bin is damaged$/],
  ["text", new TextEncoder().encode("hello\n".repeat(99)), /is damaged$/],
  [
    "of another engine",
    toCheckpointBytes(toyState(), {
      ...of,
      engine: { name: "wasm", version: "2" },
    }),
    /is of another engine, data or version of whenwhy$/,
  ],
  [
    "of a smaller network",
    toCheckpointBytes({ ...toyState(), weights: new Float32Array(3) }, of),
    /is of another engine/,
  ],
];

for (const [what, content, line] of USELESS) {
  Deno.test(`openCheckpoint() begins anew, in one line, where the file is ${what}`, () =>
    inStore(async ({ open, path }) => {
      await Deno.mkdir(dirname(path), { recursive: true });
      await Deno.writeFile(path, content);
      const { resume, said, keep } = await open();
      assert.equal(resume, null);
      assert.equal(said.length, 1);
      assert.match(said[0] ?? "", /^Beginning anew: the checkpoint /);
      assert.match(said[0] ?? "", line);
      await keep(toyState());
      assert.deepEqual((await open()).resume, toyState());
    }));
}

Deno.test("openCheckpoint() does not read a file that is far too large", () =>
  inStore(async ({ open, path }) => {
    await Deno.mkdir(dirname(path), { recursive: true });
    using file = await Deno.open(path, { write: true, create: true });
    await file.truncate(10e9);
    const began = performance.now();
    assert.match((await open()).said[0] ?? "", /is damaged$/);
    assert.ok(performance.now() - began < 2000);
  }));

Deno.test("keep() says once what is in its way, and training goes on", () =>
  inStore(async ({ open, path }) => {
    await Deno.mkdir(join(path, "not empty"), { recursive: true });
    const { keep, said } = await open();
    assert.match(said[0] ?? "", /is damaged$/);
    await keep(toyState());
    await keep(toyState());
    assert.equal(said.length, 2);
    assert.match(
      said[1] ?? "",
      /^Training goes on without a checkpoint\. Cannot write .*abc123\.bin: /,
    );
  }));

Deno.test("openCheckpoint() removes other versions' checkpoints after a week, and debris", () =>
  inStore(async ({ open, path }) => {
    await (await open()).keep(toyState());
    const folder = dirname(path);
    const day = 86_400_000;
    const files = [
      ["abc123.bin", 30],
      ["old.bin", 7.1],
      ["newer.bin", 6.9],
      ["old.bin.tmp/0123abcd", 0.001],
      ["notes.txt", 30],
    ] as const;
    for (const [name, days] of files) {
      const file = join(folder, name);
      await Deno.mkdir(dirname(file), { recursive: true });
      if (name !== "abc123.bin") await Deno.writeTextFile(file, "x");
      const then = new Date(Date.now() - days * day);
      await Deno.utime(file, then, then);
    }
    assert.deepEqual((await open()).resume, toyState());
    const left = (await Array.fromAsync(Deno.readDir(folder)))
      .map(({ name }) => name);
    assert.deepEqual(left.sort(), ["abc123.bin", "newer.bin", "notes.txt"]);
  }));
