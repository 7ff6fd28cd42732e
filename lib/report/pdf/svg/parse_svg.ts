import type { SvgElement } from "./svg_element.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * Loads the parser: jsdom takes over a second to import, so it is loaded when
 * the first PDF is made and not before.
 *
 * @returns A function from SVG text to its root element; it throws a
 *   `SyntaxError` where there is no `svg` element.
 */
export async function loadSvgParser(): Promise<(svg: string) => SvgElement> {
  const { JSDOM } = await import("jsdom");
  // jsdom has no types of its own; the DOM's fit.
  const document: Document = new JSDOM("").window.document;
  return (svg) => {
    // The HTML parser never fails, and it knows the case of SVG's names.
    const holder = document.createElement("template");
    holder.innerHTML = svg;
    const root = holder.content.querySelector("svg");
    if (root) return plain(root);
    throw new SyntaxError(
      `Cannot draw a chart: it must have an svg element, got ${
        JSON.stringify(svg.slice(0, 80))
      }`,
    );
  };
}

function plain(element: Element): SvgElement {
  const attributes = new Map<string, string>();
  for (const { name, value } of element.attributes) attributes.set(name, value);
  for (const [name, value] of styleProperties(element.getAttribute("style"))) {
    attributes.set(name, value);
  }
  const children: (SvgElement | string)[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType === TEXT_NODE) children.push(node.nodeValue ?? "");
    else if (isElement(node)) children.push(plain(node));
  }
  return { tag: element.localName, attributes, children };
}

/** `instanceof Element` would need jsdom's own class. */
function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

function styleProperties(style: string | null): readonly [string, string][] {
  return (style ?? "").split(";").flatMap((property): [string, string][] => {
    const colon = property.indexOf(":");
    if (colon < 0) return [];
    return [[
      property.slice(0, colon).trim(),
      property.slice(colon + 1).trim(),
    ]];
  });
}
