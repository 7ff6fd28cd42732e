import type { SvgElement } from "./svg_element.ts";

/** An element that is being read. */
interface Open {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (SvgElement | string)[];
}

/** A comment, declaration or instruction; the end or start of an element; text. */
const TOKEN =
  /<!--.*?-->|<[?!][^>]*>|<\/(?<end>[\w:.-]+)\s*>|<(?<start>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/gsy;

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * Reads a chart's SVG: well-formed XML, as every chart is written. A browser's
 * parser would do, and takes as long as drawing all charts again.
 *
 * @param svg SVG text; what stands before the `svg` element is passed over.
 * @returns Its root element, names without their prefix.
 * @throws {SyntaxError} If there is no `svg` element, or it is not well-formed.
 *
 * @example Usage
 * ```ts
 * import { parseSvg } from "@lib/report/pdf/svg/parse_svg.ts";
 * import assert from "node:assert/strict";
 *
 * const svg = parseSvg(`<svg viewBox="0 0 9 9"><text>a &lt; b</text></svg>`);
 * assert.equal(svg.attributes.get("viewBox"), "0 0 9 9");
 * ```
 */
export function parseSvg(svg: string): SvgElement {
  const begin = svg.search(/<svg[\s/>]/);
  if (begin < 0) throw refused("it must have an svg element", svg);
  const holder: Open = { tag: "", attributes: new Map(), children: [] };
  const open = [holder];
  TOKEN.lastIndex = begin;
  do {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(svg)?.groups;
    const parent = open.at(-1);
    if (!groups || !parent) {
      throw refused("its SVG must be well-formed", svg.slice(at));
    }
    const { start, end, attributes = "", empty, text } = groups;
    if (start !== undefined) {
      const element = { ...named(start, attributes), children: [] };
      parent.children.push(element);
      if (empty === "") open.push(element);
    } else if (end !== undefined) {
      open.pop();
      if (localName(end) !== parent.tag) {
        throw refused("its SVG must be well-formed", svg.slice(at));
      }
    } else if (text !== undefined) parent.children.push(unescaped(text));
  } while (open.length > 1);
  const [root] = holder.children;
  if (typeof root === "object") return root;
  throw refused("it must have an svg element", svg);
}

function named(name: string, text: string): Omit<Open, "children"> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, unescaped(double ?? single ?? ""));
  }
  for (const property of (attributes.get("style") ?? "").split(";")) {
    const colon = property.indexOf(":");
    if (colon < 0) continue;
    attributes.set(
      property.slice(0, colon).trim(),
      property.slice(colon + 1).trim(),
    );
  }
  return { tag: localName(name), attributes };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (
    whole,
    decimal?: string,
    hex?: string,
    name?: string,
  ) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function refused(rule: string, got: string): SyntaxError {
  return new SyntaxError(
    `Cannot draw a chart: ${rule}, got ${JSON.stringify(got.slice(0, 80))}`,
  );
}
