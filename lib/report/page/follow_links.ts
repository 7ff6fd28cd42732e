import { hear, tell, type TimeRange } from "../../chart/script/chart_events.ts";
import { parseDeepLink, writeDeepLink } from "./deep_link.ts";
import type { PageData } from "./page_data.ts";

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
  let shown: TimeRange | null = null;

  function follow(): void {
    const { target, range } = parseDeepLink(location.hash, data);
    // Else a link within the page would undo the zoom.
    if (range || target === undefined) {
      tell(page, "chartsshow", { detail: range ?? null });
    }
    const element = target === undefined ? null : page.getElementById(target);
    // What is folded is opened by the browser for its own links only.
    for (let at = element?.parentElement; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    if (element && location.hash !== `#${element.id}`) element.scrollIntoView();
    // A link within the page has no range, and the charts still show one.
    if (!range && shown) write();
  }

  function write(): void {
    const { target } = parseDeepLink(location.hash, data);
    const hash = writeDeepLink({ target, range: shown ?? undefined });
    if (hash === location.hash) return;
    const { pathname, search } = location;
    history.replaceState(history.state, "", `${pathname}${search}${hash}`);
  }

  view.addEventListener("hashchange", follow);
  hear(page, "chartszoom", (range) => {
    shown = range;
    write();
  });
  follow();
}
