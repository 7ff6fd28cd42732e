import type { Section } from "../document.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";
import { severitySvg } from "./severity_svg.ts";

/** A chapter with its parts. */
export interface Chapter {
  /** The chapter. */
  readonly section: Section;
  /** Its parts, in order. */
  readonly parts: readonly Section[];
}

/**
 * Groups sections into chapters with their parts.
 *
 * @param sections In order; a part before any chapter becomes a chapter.
 * @returns The chapters.
 */
export function toChapters(sections: readonly Section[]): Chapter[] {
  const chapters: { section: Section; parts: Section[] }[] = [];
  for (const section of sections) {
    const chapter = chapters.at(-1);
    if (section.level === 2 || chapter === undefined) {
      chapters.push({ section, parts: [] });
    } else chapter.parts.push(section);
  }
  return chapters;
}

/**
 * Writes the table of contents.
 *
 * @param chapters What it leads to.
 * @returns A `nav` element.
 */
export function htmlContents(chapters: readonly Chapter[]): string {
  const link = ({ id, title, shortTitle, shape }: Section) =>
    `<a href="#${htmlAttribute(id)}">${
      shape === undefined ? "" : `${severitySvg(shape)} `
    }${htmlText(shortTitle ?? title)}</a>`;
  const items = chapters.map(({ section, parts }) => {
    const inner = parts.map((part) => `<li>${link(part)}</li>`).join("\n");
    return `<li>${link(section)}${
      inner ? `\n<ol>\n${inner}\n</ol>\n` : ""
    }</li>`;
  });
  return `<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
${items.join("\n")}
</ol>
</nav>`;
}
