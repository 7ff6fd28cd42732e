import { fileURLToPath } from "node:url";
import { isMissing } from "../requirements.ts";

/** Where the distribution puts Chromium. */
export const PROGRAM = "/usr/bin/chromium";

/** A screen. */
export interface View {
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  /** What the reader has set. */
  readonly colorScheme: "light" | "dark";
}

/** What a browser saw of a page. */
export interface Seen {
  /** Addresses that were asked for, the page's own first. */
  readonly requests: readonly string[];
  /** What the console, the page or a dialog said. */
  readonly complaints: readonly string[];
  /** CSS pixels by which the page is wider than the screen. */
  readonly overflow: number;
  /** Colour of the text. */
  readonly ink: string;
  /** Colour behind it. */
  readonly ground: string;
  /** Colour of the text in the first chart. */
  readonly chartInk: string;
  /** What the first chart tells at a key; `null` where its script does not run. */
  readonly told: string | null;
}

/** Whether tests that need a browser are left out. */
export const NO_CHROMIUM: boolean = await isMissing({
  name: "Chromium",
  isThere: async () => {
    try {
      return (await Deno.stat(PROGRAM)).isFile;
    } catch {
      return false;
    }
  },
  get: "`apt-get install chromium`",
});

/**
 * Opens a page from its file, once for each view.
 *
 * @param file The page's path.
 * @param views Screens.
 * @returns What was seen, in the order of the views.
 */
export async function lookAtPage(
  file: string,
  views: readonly View[],
): Promise<Seen[]> {
  const script = new URL("look_at_page.ts", import.meta.url);
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      fileURLToPath(script),
      PROGRAM,
      file,
      JSON.stringify(views),
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const seen: Seen[] = JSON.parse(new TextDecoder().decode(stdout));
  return seen;
}
