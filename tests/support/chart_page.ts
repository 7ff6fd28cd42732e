import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { showSvg } from "@lib/pipeline/notebook/show_svg.ts";
import { PROGRAM } from "./browser.ts";
import { formsOf } from "./forms_of.ts";

/**
 * Puts charts into a page as notebooks show them.
 *
 * @param script What its policy lets run, such as `'sha256-…'`.
 * @param charts SVG texts, each in a box of its own.
 * @returns The page's HTML.
 */
export async function chartPage(
  script: string,
  charts: readonly string[],
): Promise<string> {
  const forms = await Promise.all(charts.map((svg) => formsOf(showSvg(svg))));
  const boxes = forms.map((form) => `<div>${form["text/html"] ?? ""}</div>`);
  return `<!doctype html>
<html><head><meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'unsafe-inline'; script-src ${script}">
<style>div { overflow-x: auto } svg { display: block }</style>
</head><body>${boxes.join("\n")}</body></html>`;
}

/**
 * Opens a page in Chromium by a program of its own.
 *
 * @param program The program's name in this folder; it prints JSON.
 * @param html The page.
 * @returns What it printed.
 */
export async function usePage<T>(program: string, html: string): Promise<T> {
  const file = await Deno.makeTempFile({ suffix: ".html" });
  try {
    await Deno.writeTextFile(file, html);
    const script = fromRoot(`tests/support/${program}`);
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      { args: ["run", "-A", script, PROGRAM, file] },
    ).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(file);
  }
}
