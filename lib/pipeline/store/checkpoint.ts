import { join } from "node:path";
import { InputError } from "../../errors.ts";
import type { TrainState } from "../../model/engine.ts";
import {
  fitsTraining,
  type PlannedTraining,
} from "../../model/fits_training.ts";
import { weightCount } from "../../model/flat_weights.ts";
import {
  type CheckpointOf,
  parseCheckpoint,
  toCheckpointBytes,
} from "./checkpoint_bytes.ts";
import { sweepDebris } from "../files/debris.ts";
import type { ProgressListener } from "../base/progress.ts";
import { writeFile } from "../files/write_folder.ts";

/** The checkpoint of one training. */
export interface Checkpoint {
  /** Where an interrupted run of the same training stood; `null`: begin. */
  readonly resume: TrainState | null;
  /** Keeps where training stands. */
  readonly keep: (state: TrainState) => Promise<void>;
}

/** What a checkpoint is opened with. */
export interface CheckpointContext {
  /** The folder of all models, such as `data/models`. */
  readonly store: string;
  /** The training that may go on. */
  readonly training: PlannedTraining;
  /** Hears where training goes on, and of a checkpoint that is of no use. */
  readonly listener: ProgressListener;
}

/** Older checkpoints of other versions are removed: nobody came back for them. */
const FORGOTTEN_MS = 7 * 86_400_000;

/** More than the losses of 10,000 epochs take beside the arrays. */
const LINES_BYTES = 4 * 2 ** 20;

/**
 * Looks for the checkpoint of a training in `<store>/<name>/checkpoints/`, one
 * file a version, and sweeps that folder; `tidyModel()` removes it when the model is
 * stored.
 *
 * Nothing here ends a training: what cannot be read or does not fit is said and
 * training begins anew; what cannot be written is said once.
 *
 * @param of The training.
 * @param context The store, the training's sizes, who hears of it.
 * @returns Where to go on, and how to keep where it stands.
 */
export async function openCheckpoint(
  of: CheckpointOf,
  { store, training, listener }: CheckpointContext,
): Promise<Checkpoint> {
  const folder = join(store, of.name, "checkpoints");
  const path = join(folder, `${of.version}.bin`);
  const say = (text: string) => listener({ kind: "said", text });
  await sweep(folder, path);
  const found = await read(path, of, training);
  const fits = typeof found === "object" && fitsTraining(found, training);
  const resume = fits ? found : null;
  if (resume) {
    say(
      `Going on from epoch ${resume.losses.length} of ` +
        `${training.options.epochs}, kept when training was interrupted`,
    );
  } else if (found !== "missing") {
    const problem = found === "damaged"
      ? "is damaged"
      : "is of another engine, data or version of whenwhy";
    say(`Beginning anew: the checkpoint ${of.version}.bin ${problem}`);
  }
  let isWritten = true;
  return {
    resume,
    keep: async (state) => {
      if (!isWritten) return;
      try {
        await writeFile(path, toCheckpointBytes(state, of));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        isWritten = false;
        say(`Training goes on without a checkpoint. ${error.message}`);
      }
    },
  };
}

async function read(
  path: string,
  of: CheckpointOf,
  { windows: { fit } }: PlannedTraining,
): Promise<TrainState | "missing" | "damaged" | "foreign"> {
  const info = await Deno.stat(path).catch(() => null);
  if (!info) return "missing";
  const { length: window, features } = fit;
  const arrays = 16 *
    weightCount({ window, features, hidden: of.options.hidden });
  if (!info.isFile || info.size > arrays + LINES_BYTES) return "damaged";
  const bytes = await Deno.readFile(path).catch(() => null);
  return bytes ? parseCheckpoint(bytes, of) : "damaged";
}

async function sweep(folder: string, own: string): Promise<void> {
  await sweepDebris(folder);
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  for (const { name } of entries) {
    const path = join(folder, name);
    if (path === own || !name.endsWith(".bin")) continue;
    const info = await Deno.stat(path).catch(() => null);
    const age = Date.now() - Number(info?.mtime ?? Date.now());
    if (age > FORGOTTEN_MS) await Deno.remove(path).catch(() => {});
  }
}
