import { join } from "node:path";
import { isMissing } from "../requirements.ts";

/** Whether tests that look at PDFs must be left out; what goes into `ignore`. */
export const NO_POPPLER: boolean = await isMissing({
  name: "pdftoppm",
  isThere: async () => {
    try {
      return (await new Deno.Command("pdftoppm", { args: ["-v"] }).output())
        .success;
    } catch {
      return false;
    }
  },
  get: "`apt-get install poppler-utils`",
});

/** A page as grey values, row by row: 0 is black, 255 is white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/**
 * Reads the text of a PDF with pdftotext.
 *
 * @param pdf The file.
 * @returns The text in the order of reading; pages end with a form feed.
 */
export function pdfText(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async (file) => {
    return decode(await run("pdftotext", ["-enc", "UTF-8", file, "-"]));
  });
}

/**
 * Reads what pdfinfo says about a PDF.
 *
 * @param pdf The file.
 * @param flags Such as `-dests`.
 * @returns Lines of text.
 */
export function pdfInfo(
  pdf: Uint8Array,
  flags: readonly string[] = [],
): Promise<string> {
  return withFile(pdf, async (file) => {
    return decode(await run("pdfinfo", [...flags, file]));
  });
}

/**
 * Draws one page of a PDF with pdftoppm.
 *
 * @param pdf The file.
 * @param options Page, from 1, and dots an inch.
 * @returns The page in grey.
 */
export function rasterPage(
  pdf: Uint8Array,
  { page = 1, dpi = 144 }: { page?: number; dpi?: number } = {},
): Promise<GreyImage> {
  const only = ["-f", String(page), "-l", String(page)];
  return withFile(pdf, async (file) => {
    const flags = ["-gray", "-r", String(dpi), ...only];
    return parsePgm(await run("pdftoppm", [...flags, file]));
  });
}

/**
 * Draws all pages of a PDF with pdftoppm.
 *
 * @param pdf The file.
 * @param options Dots an inch.
 * @returns The pages in grey, in order.
 */
export function rasterPages(
  pdf: Uint8Array,
  { dpi }: { readonly dpi: number },
): Promise<readonly GreyImage[]> {
  return withFile(pdf, async (file) => {
    const all = await run("pdftoppm", ["-gray", "-r", String(dpi), file]);
    const pages: GreyImage[] = [];
    for (let start = 0; start < all.length;) {
      const page = parsePgm(all.subarray(start));
      const size = page.width * page.height;
      pages.push({ ...page, values: page.values.subarray(0, size) });
      start += all.length - start - page.values.length + size;
    }
    return pages;
  });
}

/** Reads the binary PGM that pdftoppm writes: "P5\nwidth height\n255\n", values. */
function parsePgm(bytes: Uint8Array): GreyImage {
  const head = decode(bytes.subarray(0, 64));
  const match = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(head);
  if (!match) throw new SyntaxError(`Cannot read PGM: ${head.slice(0, 20)}`);
  const [header, width, height] = [
    match[0],
    Number(match[1]),
    Number(match[2]),
  ];
  return { width, height, values: bytes.subarray(header.length) };
}

async function withFile<T>(
  pdf: Uint8Array,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, "report.pdf");
    await Deno.writeFile(file, pdf);
    return await use(file);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(
  program: string,
  args: readonly string[],
): Promise<Uint8Array> {
  const command = new Deno.Command(program, { args: [...args] });
  const { code, stdout, stderr } = await command.output();
  // poppler goes on after a damaged object; for us a complaint is a failure
  if (code !== 0 || stderr.length > 0) {
    throw new Error(`${program} exits with ${code}: ${decode(stderr)}`);
  }
  return stdout;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
