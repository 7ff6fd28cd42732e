/** A thread that draws pictures: each that no other thread has taken. */
import { drawPng, type Picture } from "./draw_png.ts";
import { openCanvas } from "./open_canvas.ts";

/** What the main thread sends to all threads. */
export interface PictureOrder {
  /** Tells pictures apart. */
  readonly index: number;
  /** The picture. */
  readonly picture: Picture;
  /** 1 as soon as a thread draws it. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What the thread that draws it answers. */
export type PictureAnswer =
  & { readonly index: number }
  & ({ readonly png: Uint8Array<ArrayBuffer> } | { readonly error: Error });

// Ready before the first picture; what goes wrong is told with that.
openCanvas().catch(() => {});

addEventListener("message", async ({ data }: MessageEvent<PictureOrder>) => {
  const { index, picture, taken } = data;
  try {
    // Before it is taken: a thread that is not ready takes none.
    await openCanvas();
    if (Atomics.exchange(taken, 0, 1) === 1) return;
    const png = new Uint8Array(await drawPng(picture));
    postMessage({ index, png } satisfies PictureAnswer);
  } catch (error) {
    // Told and not thrown: what is thrown here is printed with its stack.
    postMessage(
      {
        index,
        error: error instanceof Error ? error : new Error(`${error}`),
      } satisfies PictureAnswer,
    );
  }
});
