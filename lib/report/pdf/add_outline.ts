import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from "pdf-lib";

import type { Landing } from "./landing.ts";

/**
 * Adds bookmarks: chapters, and below each its parts.
 *
 * @param pdf A PDF with all its pages.
 * @param landings Where sections begin, in order.
 */
export function addOutline(
  pdf: PDFDocument,
  landings: readonly Landing[],
): void {
  if (landings.length === 0) return;
  const root = pdf.context.nextRef();
  const entries = nest(landings);
  const { first, last } = addEntries(pdf, entries, root);
  pdf.context.assign(
    root,
    pdf.context.obj({
      Type: "Outlines",
      First: first,
      Last: last,
      Count: landings.length,
    }),
  );
  pdf.catalog.set(PDFName.of("Outlines"), root);
  pdf.catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

interface Entry {
  readonly landing: Landing;
  readonly parts: readonly Entry[];
}

/** Parts before the first chapter stand beside the chapters. */
function nest(landings: readonly Landing[]): readonly Entry[] {
  const entries: { landing: Landing; parts: Entry[] }[] = [];
  for (const landing of landings) {
    const chapter = entries.at(-1);
    const entry = { landing, parts: [] };
    if (landing.anchor.level === 3 && chapter) chapter.parts.push(entry);
    else entries.push(entry);
  }
  return entries;
}

function addEntries(
  pdf: PDFDocument,
  entries: readonly Entry[],
  parent: PDFRef,
): { readonly first: PDFRef; readonly last: PDFRef } {
  const refs = entries.map(() => pdf.context.nextRef());
  entries.forEach(({ landing, parts }, i) => {
    const ref = refs[i] ?? parent;
    const previous = refs[i - 1];
    const next = refs[i + 1];
    const below = parts.length > 0 ? addEntries(pdf, parts, ref) : undefined;
    const entry = pdf.context.obj({
      Title: PDFHexString.fromText(landing.anchor.title),
      Parent: parent,
      Dest: PDFHexString.fromText(landing.anchor.section),
      ...(previous ? { Prev: previous } : {}),
      ...(next ? { Next: next } : {}),
      ...(below
        ? { First: below.first, Last: below.last, Count: parts.length }
        : {}),
    });
    pdf.context.assign(ref, entry);
  });
  return { first: refs[0] ?? parent, last: refs.at(-1) ?? parent };
}
