import { deflateSync } from "node:zlib";
import { PDFContentStream, type PDFDocument, PDFRawStream } from "pdf-lib";

/**
 * Packs what stands on the pages. The PDF library would do it as it saves, in
 * JavaScript and ten times as slowly.
 *
 * @param pdf The PDF, all drawn; changed in place.
 */
export function packPages({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFContentStream)) continue;
    const packed = deflateSync(object.getUnencodedContents());
    // Its dictionary says already how it is packed.
    context.assign(ref, PDFRawStream.of(object.dict, packed));
  }
}
