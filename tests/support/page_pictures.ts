import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { PROGRAM, type View } from "./browser.ts";

/** A part of a page on some screen. */
export interface Picture {
  /** File name without ending. */
  readonly name: string;
  /** Names the part; its first match is taken. */
  readonly selector: string;
  /** The screen. */
  readonly view: View;
  /** What the page is shown on. @default {"screen"} */
  readonly media?: "screen" | "print";
}

/**
 * Takes pictures of parts of a page in Chromium.
 *
 * @param html The page.
 * @param pictures What of it.
 * @returns PNG files by name.
 */
export async function takePictures(
  html: string,
  pictures: readonly Picture[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "page.html");
    await Deno.writeTextFile(file, html);
    const script = fromRoot("tests/support/take_pictures.ts");
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        script,
        PROGRAM,
        file,
        folder,
        JSON.stringify(pictures),
      ],
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const files = await Promise.all(
      pictures.map(async ({ name }) =>
        [name, await Deno.readFile(join(folder, `${name}.png`))] as const
      ),
    );
    return new Map(files);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
