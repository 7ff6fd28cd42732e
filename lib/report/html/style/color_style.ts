import { GROUNDS, HUES } from "../../../chart/theme.ts";

/**
 * Colours by their use. Text has a contrast of at least 4.5:1 on its ground,
 * shapes 3:1; there is one accent, and one colour of alarm that the charts share.
 */
export const COLOR_STYLE = `
:root {
  color-scheme: light dark;
  --ground: ${GROUNDS.light}; --tint: #f4f6f8; --line: #d5dbe1;
  --ink: #1d2329; --muted: #525c67; --accent: #0b5cad;
  --alarm: ${HUES.alarm}; --missing: ${HUES.missing};
  --note: #fff6e8; --edge: #1d232959;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: ${GROUNDS.dark}; --tint: #1b2127; --line: #37404a;
    --ink: #e4e8ec; --muted: #a9b3bd; --accent: #86bdf7;
    --note: #2b2213; --edge: #e4e8ec66;
  }
}
`;
