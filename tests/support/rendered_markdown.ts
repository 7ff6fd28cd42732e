import { JSDOM } from "jsdom";
import { marked } from "marked";

/** What trackers find in text that Markdown has left: GitHub, GitLab, Slack. */
const TRACKER_SIGNS: readonly RegExp[] = [
  /(?:^|\W)@[\w-]+/u,
  /(?:^|\W|\w)#\d+/u,
  /(?:^|\W)[!$&]\d+/u,
  /(?:^|\W)[~%][\w"]/u,
  /\bGH-\d+/iu,
  /:\/\/\S|\bwww\.\S|[\w.+-]+@[\w-]+\.\w/iu,
  /:[\w+-]*[a-z][\w+-]*:|:(?:[+-]1|100|1234):/iu,
];

/**
 * Renders Markdown as GitHub does, by an implementation that is not ours.
 *
 * @param text The Markdown.
 * @returns The document that a browser has of it.
 */
export function renderMarkdown(text: string): Document {
  const html = marked.parse(text, { async: false, gfm: true });
  return new JSDOM(html).window.document;
}

/**
 * Finds what a tracker would make a mention, a reference, an address or an emoji
 * of: in text, not in code and not in links, as their filters do.
 *
 * @param document The rendered document.
 * @returns What was found, with the text around it.
 */
export function trackerSigns(document: Document): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if (/^(?:CODE|PRE|A)$/.test(node.nodeName)) return;
    if (node.nodeName === "#text") {
      const text = node.textContent ?? "";
      for (const sign of TRACKER_SIGNS) {
        if (sign.test(text)) found.push(`${sign} in ${text}`);
      }
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return found;
}

/** Elements that a document of ours may have, and no others. */
const OURS = new Set(
  ("HTML HEAD BODY H1 H2 H3 P STRONG UL LI TABLE THEAD TBODY TR TH TD CODE A " +
    "IMG BLOCKQUOTE").split(" "),
);

/**
 * Lists what stands in a document that no document of ours has.
 *
 * @param document The rendered document.
 * @returns Elements, addresses and event handlers, written out.
 */
export function foreignParts(document: Document): string[] {
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const foreign = OURS.has(element.nodeName) ? [] : [element.outerHTML];
    const addresses = ["href", "src"]
      .flatMap((name) => element.getAttribute(name) ?? [])
      .filter((address) => !/^[\w./-]+$/.test(address));
    return [...foreign, ...addresses];
  });
}
