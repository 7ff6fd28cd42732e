import { hear, tell, type TimeRange } from "../../chart/script/chart_events.ts";
import { parseDeepLink, writeDeepLink } from "./deep_link.ts";
import { linkProblem } from "./link_problem.ts";
import type { PageData } from "./page_data.ts";

/**
 * Keeps the address and the page together: a link to an incident or a range of
 * time shows it, and what charts are zoomed to stands in the address, so that it
 * can be passed on. Where a link leads nowhere the page says so.
 *
 * @param page The page.
 * @param data What it knows of its incidents.
 */
export function followLinks(page: Document, data: PageData): void {
  const view = page.defaultView;
  if (!view) return;
  const { location, history } = view;
  let shown: TimeRange | null = null;
  const notice = page.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  page.body.append(notice);

  function follow(): void {
    const { target, range } = parseDeepLink(location.hash, data);
    // Else a link within the page would undo the zoom.
    if (range || target === undefined) {
      tell(page, "chartsshow", { detail: range ?? null });
    }
    const element = target === undefined ? null : page.getElementById(target);
    notice.textContent = linkProblem(location.hash, {
      isThere: target === undefined || element !== null,
      isRange: range !== undefined,
      isShown: isOf(range),
    });
    // What is folded is opened by the browser for its own links only.
    for (let at = element?.parentElement; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    if (element && location.hash !== `#${element.id}`) element.scrollIntoView();
    // A link within the page has no range, and the charts still show one.
    if (!range && shown) write();
  }

  /** Whether what is shown has anything of a range. */
  function isOf(range: TimeRange | undefined): boolean {
    return range !== undefined && shown !== null &&
      shown[0] < range[1] && range[0] < shown[1];
  }

  function write(): void {
    // As it is written there: an incident's id stays one.
    const { target } = parseDeepLink(location.hash, { ...data, incidents: [] });
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
