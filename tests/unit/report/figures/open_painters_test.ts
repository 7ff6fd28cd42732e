import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import {
  openPainters,
  type Painters,
} from "@lib/report/figures/open_painters.ts";
import { drawPng } from "@lib/report/figures/raster/draw_png.ts";

const MODULE = import.meta.resolve("@lib/report/figures/raster/worker.ts");

/** A worker that does something before its first picture. */
function spoilt(then: string): () => Worker {
  const source = `
    addEventListener("message", (event) => { ${then} });
    await import(${JSON.stringify(MODULE)});`;
  const url = `data:text/javascript,${encodeURIComponent(source)}`;
  return () => new Worker(url, { type: "module" });
}

const pictures = Array.from({ length: 5 }, (_, i) => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${10 + i}" ` +
    `height="8"><rect width="${i}" height="4"/><text y="8">${i}</text></svg>`,
  texts: [{ keyword: "Title", text: `picture ${i}` }],
}));

const drawAll = (painters: Painters, all = pictures) =>
  Promise.all(all.map((picture) => painters.draw(picture)));

Deno.test("openPainters() draws each picture once, in order, with any number of threads", async () => {
  const wanted = await Promise.all(pictures.map(drawPng));
  for (const threads of [1, 3]) {
    using painters = openPainters({ threads });
    assert.deepEqual(await drawAll(painters), wanted);
  }
});

Deno.test("openPainters() goes on after a picture that cannot be drawn", async () => {
  using painters = openPainters({ threads: 1 });
  await assert.rejects(painters.draw({ svg: "<svg", texts: [] }));
  const [first] = pictures;
  assert.deepEqual(await painters.draw(first!), await drawPng(first!));
});

Deno.test("openPainters() says in one line that a thread is gone without a word", async () => {
  using painters = openPainters({
    threads: 2,
    spawn: spoilt("event.stopImmediatePropagation(); self.close()"),
    patience: 1,
  });
  await assert.rejects(
    drawAll(painters),
    new InputError("draw the figures", "every thread must stay alive", {
      got: "no picture for 1 s",
      hint: "free memory, then run it again",
    }),
  );
});

Deno.test("openPainters() says in one line that a thread does not start", async () => {
  using painters = openPainters({
    threads: 1,
    spawn: () => new Worker("data:text/javascript,throw 1", { type: "module" }),
  });
  await assert.rejects(
    drawAll(painters),
    (error) =>
      error instanceof InputError &&
      /^Cannot draw the figures: every thread must stay alive, got "[^"\n]*Uncaught[^"\n]* 1"; free memory, then run it again$/
        .test(error.message),
  );
});

Deno.test("openPainters() gives what a picture has thrown, as a mistake of ours", async () => {
  using painters = openPainters({ threads: 1 });
  const broken = { svg: "<svg", texts: [] };
  await assert.rejects(drawAll(painters, [...pictures, broken]), (error) => {
    assert(error instanceof Error && !(error instanceof InputError));
    assert.match(error.message, /^Cannot draw a figure: /);
    return true;
  });
});

Deno.test("openPainters() waits for as long as there is a picture now and then", async () => {
  const slow = `data:text/javascript,${
    encodeURIComponent(`onmessage = ({ data: { index } }) =>
      setTimeout(() => postMessage({ index, png: new Uint8Array([index]) }),
        400 * (index + 1));`)
  }`;
  using painters = openPainters({
    ...{ threads: 1, patience: 1 },
    spawn: () => new Worker(slow, { type: "module" }),
  });
  const drawn = await drawAll(painters, pictures.slice(0, 4));
  assert.deepEqual(drawn.map(([first]) => first), [0, 1, 2, 3]);
});
