import { parseDeepLink, writeDeepLink } from "./deep_link.ts";
import type { PageData } from "./page_data.ts";
import { showRange, type TimeRange } from "./shown_range.ts";

/**
 * Keeps the address and the page together: a link to an incident or a range of
 * time shows it, and what charts are zoomed to stands in the address, so that it
 * can be passed on.
 *
 * @param page The page.
 * @param data What it knows of its incidents.
 */
export function followLinks(page: Document, data: PageData): void {
  const view = page.defaultView;
  if (!view) return;
  const { location, history } = view;
  let isPrinting = false;

  function follow(): void {
    const { target, range } = parseDeepLink(location.hash, data);
    // Else a link within the page would undo the zoom.
    if (range || target === undefined) showRange(page, range);
    const element = target === undefined ? null : page.getElementById(target);
    // What is folded is opened by the browser for its own links only.
    for (let at = element?.parentElement; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    if (element && location.hash !== `#${element.id}`) element.scrollIntoView();
  }

  function tell(range: TimeRange | undefined): void {
    const { target } = parseDeepLink(location.hash, data);
    const hash = writeDeepLink({ target, range });
    if (hash === location.hash) return;
    history.replaceState(history.state, "", hash || location.pathname);
  }

  view.addEventListener("hashchange", follow);
  view.addEventListener("beforeprint", () => isPrinting = true);
  view.addEventListener("afterprint", () => isPrinting = false);
  page.addEventListener("chartszoom", (event) => {
    // Paper is whole, and what was asked for stays.
    if (event instanceof CustomEvent && !isPrinting) {
      tell(event.detail ?? undefined);
    }
  });
  follow();
}
