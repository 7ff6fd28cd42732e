import { plainText } from "../frame/plain_text.ts";
import { FONT_SIZE } from "./theme.ts";

/** Attributes that hold coordinates, with the decimals that they need. */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ["d", 1],
  ["transform", 2],
  ["x", 2],
  ["y", 2],
  ["x1", 2],
  ["x2", 2],
  ["y1", 2],
  ["y2", 2],
  ["cx", 2],
  ["cy", 2],
  ["r", 2],
  ["width", 2],
  ["height", 2],
]);

const STYLE = /<style\b[^>]*>[^]*?<\/style>/g;

/** A tag that begins an element, and the one that ends it where it holds nothing. */
const TAG = /<([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*(?:\/>|>(<\/\1>)?)/g;

const ATTRIBUTE = /\s+([\w:-]+)="([^"]*)"/g;

/**
 * Makes what Plot drew fit to stand anywhere: on a page among others, as a file
 * of its own, on paper. No style sheet, no class, no id, so that nothing can
 * collide; one label for the whole picture, as ARIA forbids them on its groups,
 * whose names become `data-part`; coordinates no finer than can be seen.
 *
 * It works on text, in one pass: to go over the elements of jsdom takes ten times
 * as long as to have them written.
 *
 * @param html The element's `outerHTML`.
 * @param label What it shows, for those who cannot see it.
 * @returns The same as well-formed XML, with `xmlns`, `role="img"` and the label.
 */
export function finishSvg(html: string, label: string): string {
  const root = ` role="img" aria-label="${escaped(plainText(label))}"`;
  let isRoot = true;
  return html
    .replace(STYLE, "")
    // XML knows no such name.
    .replaceAll("&nbsp;", "\u00a0")
    .replace(TAG, (tag, name: string, all: string, end: string | undefined) => {
      const isEmpty = end !== undefined || tag.endsWith("/>");
      const own = Array.from(
        all.matchAll(ATTRIBUTE),
        ([, key = "", value = ""]): Attribute => [key, value],
      );
      const kept = isRoot ? ofRoot(own) + root : ofPart(own);
      isRoot = false;
      return `<${name}${kept}${isEmpty ? "/" : ""}>`;
    });
}

/** Name and value, the value as it is written in HTML. */
type Attribute = readonly [name: string, value: string];

function ofRoot(attributes: readonly Attribute[]): string {
  const unwanted = new Set(["xmlns", "class", "style", "role", "aria-label"]);
  const kept = attributes.filter(([name]) => !unwanted.has(name));
  const sized = kept.map(([name, value]): Attribute =>
    name === "font-size" ? [name, String(FONT_SIZE)] : [name, value]
  );
  return ` xmlns="http://www.w3.org/2000/svg"${sized.map(written).join("")}`;
}

function ofPart(attributes: readonly Attribute[]): string {
  const label = attributes.find(([name]) => name === "aria-label");
  if (label === undefined) return attributes.map(written).join("");
  const kept = attributes.filter(([name]) =>
    name !== "aria-label" && name !== "aria-hidden"
  );
  return [...kept, ["data-part", label[1]] as const].map(written).join("");
}

function written([name, value]: Attribute): string {
  const decimals = DECIMALS.get(name);
  const isFine = decimals !== undefined && value.includes(".");
  return ` ${name}="${isFine ? rounded(value, decimals) : inXml(value)}"`;
}

function rounded(value: string, decimals: number): string {
  return value.replace(
    /-?\d+\.\d+(?![\d.]*em)/g,
    (number) => String(Number(Number(number).toFixed(decimals))),
  );
}

/** What an attribute may hold in HTML and not in XML. */
function inXml(value: string): string {
  return value.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escaped(text: string): string {
  return inXml(text.replaceAll("&", "&amp;").replaceAll('"', "&quot;"));
}
