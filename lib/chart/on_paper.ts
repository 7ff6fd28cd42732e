const PAPER = "background:#ffffff;color:#1d2329";

/**
 * Gives a chart a paper and an ink of its own: a picture that stands alone, in a
 * file or on a repository's web view, has no page whose colours it could take.
 *
 * @param svg A standalone SVG.
 * @returns The same with white ground and dark ink.
 */
export function onPaper(svg: string): string {
  const [tag] = /^[^>]*<svg\b[^>]*?(?=\/?>)/.exec(svg) ?? [""];
  const styled = / style="/.test(tag)
    ? tag.replace(/ style="/, ` style="${PAPER};`)
    : `${tag} style="${PAPER}"`;
  return styled + svg.slice(tag.length);
}
