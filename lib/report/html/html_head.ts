import { htmlAttribute } from "./html_text.ts";
import { POLICY, STYLE } from "./style.ts";

/**
 * Writes the beginning of a page, up to its body: it may load nothing, follows
 * light and dark, and holds its own style.
 *
 * @param title The page's title, any text.
 * @returns HTML from the doctype to `</head>`.
 */
export function htmlHead(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="whenwhy">
<title>${htmlAttribute(title)}</title>
<link rel="icon" href="data:,">
<style>
${STYLE}
</style>
</head>`;
}
