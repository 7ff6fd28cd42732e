import fontkit from "@pdf-lib/fontkit";

let glyphs: Promise<ReadonlySet<number>> | undefined;

/**
 * Lists what DejaVu Sans can show; read once.
 *
 * @returns Its code points. The bold face has fewer; what that lacks is drawn with
 *   the regular one.
 */
export function loadGlyphs(): Promise<ReadonlySet<number>> {
  glyphs ??= read();
  return glyphs;
}

async function read(): Promise<ReadonlySet<number>> {
  const file = import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
  const font = fontkit.create(await Deno.readFile(new URL(file)));
  const glyphs = new Set(font.characterSet);
  // Stands in for something that cannot be shown, and looks like nothing.
  glyphs.delete(0xfffc);
  return glyphs;
}
