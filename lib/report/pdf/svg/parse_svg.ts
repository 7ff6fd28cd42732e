import { SaxesParser } from "saxes";
import type { SvgElement } from "./svg_element.ts";

/** An element that is being read. */
interface Open {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (SvgElement | string)[];
}

/** What XML has no character for, as in a hostile name, is drawn as it stands. */
const NO_CHARACTER =
  /^(undefined entity|malformed character entity|disallowed character)\.$/;

/**
 * Reads a chart's SVG: well-formed XML, as every chart is written. A browser's
 * parser would do, and takes as long as drawing all charts again.
 *
 * @param svg SVG text; what stands before or after the `svg` element is passed over.
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
  const parser = new SaxesParser({ position: false, xmlns: false });
  const isDone = () => open.length === 1 && holder.children.length > 0;
  const addText = (text: string) => {
    if (text !== "" && !isDone()) open.at(-1)?.children.push(text);
  };
  parser.on("error", ({ message }) => {
    if (isDone() || NO_CHARACTER.test(message)) return;
    const at = svg.slice(begin + parser.position);
    throw refused("its SVG must be well-formed", at);
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ name, attributes }) => {
    if (isDone()) return;
    const element = {
      tag: localName(name),
      attributes: withStyle(attributes),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.length > 1 && open.pop());
  // saxes takes what follows half a character for its other half
  parser.write(svg.slice(begin).toWellFormed()).close();
  const [root] = holder.children;
  if (typeof root === "object") return root;
  throw refused("it must have an svg element", svg);
}

/** Lets the properties of inline style win over attributes, as SVG does. */
function withStyle(
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const attributes = new Map(Object.entries(given));
  for (const property of given.style?.split(";") ?? []) {
    const colon = property.indexOf(":");
    if (colon < 0) continue;
    attributes.set(
      property.slice(0, colon).trim(),
      property.slice(colon + 1).trim(),
    );
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function refused(rule: string, got: string): SyntaxError {
  return new SyntaxError(
    `Cannot draw a chart: ${rule}, got ${JSON.stringify(got.slice(0, 80))}`,
  );
}
