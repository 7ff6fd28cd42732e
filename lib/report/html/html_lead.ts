import type { KeyFigure, Lead } from "../document.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";

/**
 * Writes the verdict, how far to trust it, what is about to run out, and the key
 * figures below it.
 *
 * @param lead What to know before all else.
 * @returns Paragraphs and a list of terms.
 */
export function htmlLead(
  { verdict, caution, warnings, figures }: Lead,
): string {
  return `<p class="verdict">${htmlText(verdict)}</p>${
    caution === null ? "" : `\n<p class="caution">${htmlText(caution)}</p>`
  }${
    warnings.map(({ text, section }) =>
      `\n<p class="warning"><strong>Warning:</strong> <a href="#${
        htmlAttribute(section)
      }">${htmlText(text)}</a></p>`
    ).join("")
  }
<dl class="keys">
${figures.map(keyFigure).join("\n")}
</dl>`;
}

function keyFigure({ term, value, detail, section }: KeyFigure): string {
  const shown = `<bdi>${htmlText(value)}</bdi>`;
  const linked = section === null
    ? shown
    : `<a href="#${htmlAttribute(section)}">${shown}</a>`;
  return `<div><dt>${htmlText(term)}</dt><dd class="value">${linked}</dd><dd>${
    htmlText(detail)
  }</dd></div>`;
}
