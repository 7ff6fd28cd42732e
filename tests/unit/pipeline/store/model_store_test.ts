import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { sha256 } from "@lib/pipeline/base/hash.ts";
import {
  findVersion,
  loadModel,
  type SavedNetwork,
  saveModel,
} from "@lib/pipeline/store/model_store.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

const detector = SAMPLE_DETECTOR;
const network: SavedNetwork = {
  bytes: { modelJson: "{}", weights: Uint8Array.of(1, 2, 3, 4) },
  current: "replace",
};

async function inStore(work: (store: string) => Promise<void>): Promise<void> {
  const store = await Deno.makeTempDir();
  try {
    await work(store);
  } finally {
    await Deno.remove(store, { recursive: true });
  }
}

const refuses = (message: RegExp) => (error: unknown) =>
  error instanceof InputError && message.test(error.message);

Deno.test("loadModel() gives back what saveModel() saved, by name and by folder", () =>
  inStore(async (store) => {
    const saved = await saveModel(store, detector, network);
    for (
      const model of [
        "web",
        join(store, "web"),
        join(store, "web", "versions", "abc123"),
      ]
    ) {
      assert.deepEqual(await loadModel(store, model), saved, model);
    }
  }));

Deno.test("saveModel() keeps older versions and points at the newest", () =>
  inStore(async (store) => {
    await saveModel(store, detector, network);
    await saveModel(store, { ...detector, version: "def456" }, network);
    assert.equal((await loadModel(store, "web")).detector.version, "def456");
    assert.ok(await findVersion(store, { name: "web", version: "abc123" }));
    assert.equal(
      await findVersion(store, { name: "web", version: "999" }),
      null,
    );
  }));

Deno.test("loadModel() gives the version that is named, in use or not", () =>
  inStore(async (store) => {
    const first = await saveModel(store, detector, network);
    await saveModel(store, { ...detector, version: "def456" }, network);
    assert.deepEqual(await loadModel(store, "web@abc123"), first);
    for (
      const [model, message] of [
        [
          "web@999",
          /web@999: it must be a version of web; there are abc123, def456$/,
        ],
        ["web@", /it must be a version of web; /],
        ["web@..", /it must be a version of web; /],
        ["db@abc123", /there must be one of this name; there are web$/],
      ] as const
    ) await assert.rejects(loadModel(store, model), refuses(message), model);
    await Deno.remove(join(store, "web/versions/abc123/manifest.json"));
    await assert.rejects(
      loadModel(store, "web@abc123"),
      refuses(/manifest.json must be there/),
    );
  }));

Deno.test("loadModel() refuses each damaged file by name", () =>
  inStore(async (store) => {
    await saveModel(store, detector, network);
    const folder = join(store, "web", "versions", "abc123");
    for (const file of ["model.json", "weights.bin", "detector.json"]) {
      const path = join(folder, file);
      const whole = await Deno.readFile(path);
      await Deno.writeFile(path, whole.subarray(1));
      await assert.rejects(
        loadModel(store, "web"),
        refuses(new RegExp(`${file} must be what was saved`)),
      );
      await Deno.remove(path);
      await assert.rejects(
        loadModel(store, "web"),
        refuses(new RegExp(`${file} must be there`)),
      );
      await Deno.writeFile(path, whole);
    }
    await loadModel(store, "web");
  }));

Deno.test("loadModel() refuses another schema version", () =>
  inStore(async (store) => {
    // deno-lint-ignore no-explicit-any -- a detector of another time
    await saveModel(store, { ...detector, schemaVersion: 99 } as any, network);
    await assert.rejects(
      loadModel(store, "web"),
      refuses(/schema version must be 2, got 99/),
    );
  }));

Deno.test("loadModel() names the models there are", () =>
  inStore(async (store) => {
    await assert.rejects(
      loadModel(store, "db"),
      refuses(/one of this name; train one/),
    );
    await saveModel(store, detector, network);
    // Training that was interrupted leaves no model.
    await Deno.mkdir(join(store, "half", "checkpoints"), { recursive: true });
    await assert.rejects(loadModel(store, "db"), refuses(/there are web$/));
  }));

const HOSTILE: readonly (readonly [string, unknown])[] = [
  ["a name that leaves the store", { name: "../../etc/x" }],
  ["a version that is a path", { version: "../x" }],
  ["no calibration score", { calibrationScore: [] }],
  ["no training", { training: null }],
  ["no excluded list", { excluded: undefined }],
  ["a scale of zero", { features: [{ ...detector.features[0], scale: 0 }] }],
  ["no usual distance", {
    features: [{ ...detector.features[0], usualDistance: 0 }],
  }],
  ["no usual range", { features: [{ ...detector.features[0], usual: null }] }],
  ["a usual range without an end", {
    features: [{
      ...detector.features[0],
      usual: { low: 0, high: null, width: 1 },
    }],
  }],
  ["a robust pass that is none", {
    training: { ...detector.training, robustPass: { outcome: "maybe" } },
  }],
  ["a gross span without a time", {
    training: {
      ...detector.training,
      robustPass: {
        ...{ outcome: "left out", steps: 3 },
        spans: [{ start: "soon", end: "late", steps: 3, signals: [] }],
      },
    },
  }],
  ["an endless interval", { intervalMs: null }],
];

for (const [what, change] of HOSTILE) {
  Deno.test(`loadModel() refuses a detector with ${what}`, () =>
    inStore(async (store) => {
      await saveModel(store, detector, network);
      const folder = join(store, "web", "versions", "abc123");
      const changed = JSON.stringify(Object.assign({}, detector, change));
      await Deno.writeTextFile(join(folder, "detector.json"), changed);
      const manifest = JSON.parse(
        await Deno.readTextFile(join(folder, "manifest.json")),
      );
      manifest.files["detector.json"] = sha256(changed);
      await Deno.writeTextFile(
        join(folder, "manifest.json"),
        JSON.stringify(manifest),
      );
      await assert.rejects(
        loadModel(store, folder),
        refuses(/must be complete/),
      );
    }));
}

Deno.test("saveModel() keeps what is current where it is told to", () =>
  inStore(async (store) => {
    const kept = { ...network, current: "keep" } as const;
    await saveModel(store, { ...detector, version: "first" }, kept);
    await saveModel(store, { ...detector, version: "second" }, kept);
    assert.equal((await loadModel(store, "web")).detector.version, "first");
  }));

Deno.test("loadModel() says of a folder that it holds no model", () =>
  inStore(async (store) => {
    const folder = join(store, "photos");
    await Deno.mkdir(folder);
    await assert.rejects(
      loadModel(store, folder),
      refuses(/photos: the folder must hold a model/),
    );
  }));

Deno.test("loadModel() reads a version whose writer was killed between two renames where it stands", () =>
  inStore(async (store) => {
    const saved = await saveModel(store, detector, network);
    const folder = join(store, "web", "versions", "abc123");
    const aside = join(`${folder}.tmp`, "0123abcd.old");
    await Deno.mkdir(`${folder}.tmp`);
    await Deno.rename(folder, aside);
    // Who scores may not write here, so that nothing can be put back.
    for (const model of ["web", join(store, "web"), folder]) {
      assert.deepEqual(await loadModel(store, model), saved, model);
    }
    assert.ok((await Deno.stat(aside)).isDirectory);

    const id = { name: "web", version: "abc123" };
    assert.equal(await findVersion(store, id), folder);
    assert.deepEqual(await loadModel(store, "web"), saved);
  }));

Deno.test("loadModel() notices a flipped bit anywhere in the manifest", () =>
  inStore(async (store) => {
    await saveModel(store, detector, network);
    const path = join(store, "web", "versions", "abc123", "manifest.json");
    const whole = await Deno.readFile(path);
    // The line end after the last brace says nothing.
    for (let i = 0; i < whole.length - 1; i++) {
      const flipped = whole.slice();
      flipped[i] = (flipped[i] ?? 0) ^ (1 << (i % 8));
      await Deno.writeFile(path, flipped);
      await assert.rejects(
        loadModel(store, "web"),
        refuses(/^Cannot load the model web: .*; restore it or train it again/),
        `byte ${i}`,
      );
    }
  }));

Deno.test("loadModel() names the versions where the pointer names none of them", () =>
  inStore(async (store) => {
    await saveModel(store, detector, network);
    for (const damaged of ["abc122\n", "abc\u0001123\n", ""]) {
      await Deno.writeTextFile(join(store, "web", "current"), damaged);
      await assert.rejects(
        loadModel(store, "web"),
        refuses(/current must name one of its versions \(abc123\)/),
      );
    }
  }));
