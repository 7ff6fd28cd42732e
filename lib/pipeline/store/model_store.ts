import { basename, join } from "node:path";
import { InputError } from "../../errors.ts";
import type { ModelBytes } from "../../model/engine.ts";
import { type Detector, parseDetector } from "./detector.ts";
import { exists, putBack } from "../files/debris.ts";
import { modelNames, versionNames } from "./model_names.ts";
import { namedVersion } from "./named_version.ts";
import { sha256 } from "../base/hash.ts";
import { fromRoot } from "../base/paths.ts";
import { standingFolder } from "../files/standing_folder.ts";
import { isVersion, makeCurrent, readPointer } from "./pointer.ts";
import { writeFolder } from "../files/write_folder.ts";

/** A model with its detector, as it is stored. */
export interface StoredModel {
  /** Everything besides the weights. */
  readonly detector: Detector;
  /** The network. */
  readonly bytes: ModelBytes;
  /** SHA-256 of the manifest, which holds the other files' hashes. */
  readonly sha256: string;
}

/** A network to be saved. */
export interface SavedNetwork {
  /** The network. */
  readonly bytes: ModelBytes;
  /**
   * Whether the version becomes the current one in any case, or only where there
   * is none: a report that trains by the way must not replace a model that
   * somebody trained on purpose.
   */
  readonly current: "replace" | "keep";
}

/** The folder of all models. */
export const MODEL_STORE = fromRoot("data/models");

/** Version of the contents of `manifest.json`; another one is refused. */
const MANIFEST_SCHEMA = 1;

/** The files that make a version, besides the manifest. */
const FILES = ["model.json", "weights.bin", "detector.json"] as const;

/** A larger file is refused before it is read; 1,024 hidden units and 200 features take 68 MiB. */
const MAX_BYTES = 256 * 2 ** 20;

/**
 * Saves a version of a model and makes it the current one: the version's folder
 * first, the pointer last.
 *
 * @param store The folder of all models, such as `data/models`.
 * @param detector Everything besides the weights; names the model and version.
 * @param model The network, and whether it replaces a current version.
 * @returns The model as {@linkcode loadModel} gives it.
 */
export async function saveModel(
  store: string,
  detector: Detector,
  { bytes, current }: SavedNetwork,
): Promise<StoredModel> {
  const files = {
    "model.json": bytes.modelJson,
    "weights.bin": bytes.weights,
    "detector.json": JSON.stringify(detector, null, 1) + "\n",
  };
  const manifest = JSON.stringify(
    {
      schemaVersion: MANIFEST_SCHEMA,
      files: Object.fromEntries(
        FILES.map((file) => [file, sha256(files[file])]),
      ),
    },
    null,
    2,
  ) + "\n";
  const folder = join(store, detector.name);
  await writeFolder(join(folder, "versions", detector.version), {
    ...files,
    "manifest.json": manifest,
  });
  if (current === "replace" || !(await exists(join(folder, "current")))) {
    await makeCurrent(store, detector);
  }
  return { detector, bytes, sha256: sha256(manifest) };
}

/**
 * Loads a model: sizes are checked before reading, hashes before use.
 *
 * @param store The folder of all models, such as `data/models`.
 * @param model A name in the store, `NAME@VERSION`, or the folder of a model or of a
 *   version.
 * @returns The model.
 * @throws {InputError} If there is none, or it is damaged.
 */
export async function loadModel(
  store: string,
  model: string,
): Promise<StoredModel> {
  const damaged = (rule: string) =>
    new InputError(`load the model ${model}`, rule, {
      hint: "restore it or train it again with deno task train",
    });
  const folder = await versionFolder(store, model, damaged);
  const manifest = await readSmall(join(folder, "manifest.json"), damaged);
  const expected = manifestFiles(new TextDecoder().decode(manifest), damaged);
  const files = new Map<string, Uint8Array>();
  for (const file of FILES) {
    const content = await readSmall(join(folder, file), damaged);
    if (sha256(content) !== expected[file]) {
      throw damaged(`${file} must be what was saved, and its SHA-256 differs`);
    }
    files.set(file, content);
  }
  const text = (file: string) => new TextDecoder().decode(files.get(file));
  return {
    detector: parseDetector(text("detector.json"), model),
    bytes: {
      modelJson: text("model.json"),
      weights: files.get("weights.bin")!,
    },
    sha256: sha256(manifest),
  };
}

/**
 * Tells whether a version of a model is stored.
 *
 * @param store The folder of all models.
 * @param id The model's name and the version's id.
 * @returns Its folder, or `null`.
 */
export async function findVersion(
  store: string,
  { name, version }: Pick<Detector, "name" | "version">,
): Promise<string | null> {
  const folder = join(store, name, "versions", version);
  await putBack(folder);
  return await standingFolder(folder, "manifest.json");
}

async function versionFolder(
  store: string,
  model: string,
  damaged: (rule: string) => InputError,
): Promise<string> {
  const isFolder = /[\\/]/.test(model) ||
    await exists(join(model, "manifest.json"));
  const asked = isFolder ? null : await namedVersion(store, model);
  if (asked !== null) return asked;
  const folder = isFolder ? model : join(store, model);
  const itself = await standingFolder(folder, "manifest.json");
  if (itself !== null) return itself;
  const pointer = await readPointer(folder);
  const version = pointer?.current ?? "";
  const current = join(folder, "versions", version);
  const named = isVersion(version)
    ? await standingFolder(current, "manifest.json")
    : null;
  if (named !== null) return named;
  const versions = await versionNames(folder);
  if (pointer !== null && versions.length > 0 && !versions.includes(version)) {
    throw damaged(
      `current must name one of its versions (${versions.join(", ")})`,
    );
  }
  if (!isVersion(version) && folder === model) {
    throw new InputError(
      `load the model ${model}`,
      "the folder must hold a model: manifest.json, or current and versions/",
    );
  }
  if (!isVersion(version)) {
    const known = await modelNames(store);
    throw new InputError(
      `load the model ${basename(model)}`,
      "there must be one of this name",
      {
        hint: known.length > 0
          ? `there are ${known.join(", ")}`
          : "train one with deno task train",
      },
    );
  }
  return current;
}

function manifestFiles(
  text: string,
  damaged: (rule: string) => InputError,
): Readonly<Record<string, unknown>> {
  let manifest: { schemaVersion?: unknown; files?: Record<string, unknown> };
  try {
    manifest = JSON.parse(text) ?? {};
  } catch {
    throw damaged("manifest.json must be JSON");
  }
  if (manifest.schemaVersion !== MANIFEST_SCHEMA) {
    throw damaged(`manifest.json must be of schema version ${MANIFEST_SCHEMA}`);
  }
  return manifest.files ?? {};
}

async function readSmall(
  path: string,
  damaged: (rule: string) => InputError,
): Promise<Uint8Array> {
  const info = await Deno.stat(path).catch(() => null);
  if (!info) throw damaged(`${basename(path)} must be there`);
  if (info.size > MAX_BYTES) {
    throw damaged(`${basename(path)} must be below 256 MiB`);
  }
  return await Deno.readFile(path);
}
