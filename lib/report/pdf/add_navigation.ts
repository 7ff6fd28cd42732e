import { type PDFDocument, PDFHexString, PDFName } from "pdf-lib";

import type { Item, LinkItem } from "./layout_item.ts";
import { addOutline } from "./add_outline.ts";
import type { Landing } from "./landing.ts";
import { PAGE } from "./page_style.ts";

/**
 * Adds what leads through a PDF: named destinations, links and the outline.
 *
 * Destinations have the names of the sections, so that other documents can
 * link to `report.pdf#<section>`.
 *
 * @param pdf A PDF with all its pages.
 * @param pages Items of each page.
 */
export function addNavigation(
  pdf: PDFDocument,
  pages: readonly (readonly Item[])[],
): void {
  const landings = pages.flatMap((items, page) =>
    items.flatMap((item): Landing[] =>
      item.kind === "anchor" ? [{ anchor: item, page }] : []
    )
  );
  addDestinations(pdf, landings);
  addOutline(pdf, landings);
  const known = new Set(landings.map(({ anchor }) => anchor.section));
  pages.forEach((items, page) => {
    for (const item of items) {
      if (item.kind === "link" && known.has(item.section)) {
        addLink(pdf, item, page);
      }
    }
  });
}

/** A name tree must be sorted. */
function addDestinations(
  pdf: PDFDocument,
  landings: readonly Landing[],
): void {
  const sorted = landings.toSorted((a, b) =>
    a.anchor.section < b.anchor.section ? -1 : 1
  );
  const names = sorted.flatMap(({ anchor, page }) => [
    PDFHexString.fromText(anchor.section),
    [pdf.getPage(page).ref, "XYZ", null, PAGE.height - anchor.y, null],
  ]);
  const tree = pdf.context.obj({ Names: names });
  pdf.catalog.set(PDFName.of("Names"), pdf.context.obj({ Dests: tree }));
}

function addLink(pdf: PDFDocument, link: LinkItem, page: number): void {
  const { x, y, width, height, section } = link;
  const bottom = PAGE.height - y - height;
  const annotation = pdf.context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: [x, bottom, x + width, bottom + height],
    Border: [0, 0, 0],
    Dest: PDFHexString.fromText(section),
  });
  pdf.getPage(page).node.addAnnot(pdf.context.register(annotation));
}
