/** A thread that draws pictures: it takes one after the other until none is left. */
import { drawPng, type Picture } from "./draw_png.ts";
import { openCanvas } from "./open_canvas.ts";

/** What the main thread sends, once. */
export interface PictureOrder {
  /** All pictures, of this and of the other threads. */
  readonly pictures: readonly Picture[];
  /** How many were taken by any thread. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What it is told of each picture. */
export type PictureAnswer =
  | { readonly index: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly error: Error };

// Ready before the first picture; what goes wrong is told with that.
openCanvas().catch(() => {});

addEventListener("message", async ({ data }: MessageEvent<PictureOrder>) => {
  const { pictures, taken } = data;
  try {
    while (true) {
      const index = Atomics.add(taken, 0, 1);
      const picture = pictures[index];
      if (picture === undefined) return;
      const png = new Uint8Array(await drawPng(picture));
      postMessage({ index, png } satisfies PictureAnswer);
    }
  } catch (error) {
    // Told and not thrown: what is thrown here is printed with its stack.
    postMessage(
      {
        error: error instanceof Error ? error : new Error(`${error}`),
      } satisfies PictureAnswer,
    );
  }
});
