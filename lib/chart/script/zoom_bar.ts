import type { TimeRange } from "./chart_events.ts";

/** What the bar does. */
export interface ZoomBarActions {
  /** Shows all. */
  readonly reset: () => void;
  /** Shows so many times as much time. */
  readonly zoomBy: (factor: number) => void;
  /** Tells the shown range. @default {as parameters of a cell or a params file} */
  readonly rangeText?: (range: TimeRange) => string;
}

/** A bar at the foot of the window. */
export interface ZoomBar {
  /** Tells what is shown; goes away where that is all. */
  readonly show: (range: TimeRange | undefined) => void;
  /** Comes with what zooms. */
  readonly offer: () => void;
}

/**
 * Makes the bar that tells the shown range beside buttons that
 * zoom. A function of the charts' script.
 *
 * @param page The page.
 * @param actions What its buttons do.
 * @returns The bar, hidden.
 */
export function zoomBar(page: Document, actions: ZoomBarActions): ZoomBar {
  const { rangeText = paramsText } = actions;
  const bar = page.createElement("div");
  bar.setAttribute("data-chart-controls", "");
  bar.style.cssText =
    "position:fixed;z-index:9;display:none;padding:4px 8px;bottom:8px;" +
    "left:50%;transform:translateX(-50%);box-sizing:border-box;" +
    "width:max-content;max-width:calc(100% - 16px);gap:4px 8px;" +
    "flex-wrap:wrap;align-items:center;justify-content:center;" +
    "font:12px/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText;" +
    "border:1px solid GrayText;border-radius:4px";
  const lead = page.createElement("span");
  lead.textContent = "Zoomed to";
  const told = page.createElement("code");
  told.style.cssText = "max-width:100%;overflow-x:auto;white-space:nowrap;" +
    "user-select:all;-webkit-user-select:all";
  if (!actions.rangeText) {
    told.title = "Parameters that draw this range anew, in full detail";
  }
  told.setAttribute("aria-live", "polite");
  const reset = button("Reset zoom", actions.reset);
  const closer = button("+", () => actions.zoomBy(0.5));
  const wider = button("\u2212", () => actions.zoomBy(2));
  closer.setAttribute("aria-label", "Zoom in");
  wider.setAttribute("aria-label", "Zoom out");
  bar.append(lead, told, reset, wider, closer);
  page.body.append(bar);

  function button(text: string, act: () => void): HTMLButtonElement {
    const made = page.createElement("button");
    made.type = "button";
    made.textContent = text;
    // A finger needs as much; style sheets of the page may say otherwise.
    made.style.cssText = "font:inherit;min-width:28px;min-height:28px";
    made.addEventListener("click", act);
    return made;
  }

  function show(range: TimeRange | undefined): void {
    bar.style.display = range ? "flex" : "none";
    for (const part of [lead, told, reset, wider]) part.hidden = !range;
    told.textContent = range ? rangeText(range) : "";
  }

  show(undefined);
  return {
    show,
    offer: () => {
      bar.style.display = "flex";
    },
  };
}

function paramsText(range: TimeRange): string {
  const [from, to] = range.map((ms) =>
    new Date(ms).toISOString().replace(/(:00)?\.000Z/, "Z")
  );
  return `"from": "${from}", "to": "${to}"`;
}
