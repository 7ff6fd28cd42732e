import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

/** How a page is opened. */
export interface OpenPageOptions {
  /** The screen, in CSS pixels. @default {{ width: 900, height: 1600 }} */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What the reader has set. @default {"light"} */
  readonly colorScheme?: "light" | "dark";
}

/** A page that is shown. */
export interface OpenPage {
  /** The page. */
  readonly page: Page;
  /** Addresses that it asked for, its own first; grows. */
  readonly requests: readonly string[];
  /** What the console, the page or a dialog said; grows. */
  readonly complaints: readonly string[];
}

/**
 * Starts a browser; its caller ends it.
 *
 * Only for programs of their own, since playwright-core looks into /proc as it
 * loads, which Deno grants to `--allow-all` only.
 *
 * @param program The browser's path.
 * @param options More flags for its command line. @default {none}
 * @returns The browser, which shows nothing yet.
 */
export async function openBrowser(
  program: string,
  { flags = [] }: { readonly flags?: readonly string[] } = {},
): Promise<Browser> {
  return await chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu", ...flags],
  });
}

/**
 * Opens a page from its file and hears what it asks for and complains of.
 *
 * @param browser Where.
 * @param file The page's path.
 * @param options Screen and colours.
 * @returns The page, as it is after its scripts have run.
 */
export async function openPage(
  browser: Browser,
  file: string,
  {
    viewport = { width: 900, height: 1600 },
    colorScheme = "light",
  }: OpenPageOptions = {},
): Promise<OpenPage> {
  const page = await browser.newPage({ viewport, colorScheme });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints };
}
