import { htmlAttribute } from "./html_text.ts";
import { pagePolicy, SCRIPT_PAGE_STYLE, STYLE } from "./style.ts";

/** What a page needs beside its style. */
export interface HeadOptions {
  /** The one script that it may run, such as `'sha256-…'`. @default {none} */
  readonly script?: string;
}

/**
 * Writes the beginning of a page, up to its body: it may load nothing, follows
 * light and dark, and holds its own style.
 *
 * @param title The page's title, any text.
 * @param options Its script.
 * @returns HTML from the doctype to `</head>`.
 */
export function htmlHead(title: string, options: HeadOptions = {}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${
    pagePolicy(options.script)
  }">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="whenwhy">
<title>${htmlAttribute(title)}</title>
<link rel="icon" href="data:,">
<style>
${options.script === undefined ? STYLE : SCRIPT_PAGE_STYLE}
</style>
</head>`;
}
