/** Milliseconds since 1970 UTC: the first moment, and the first after the last. */
export type TimeRange = readonly [number, number];

/**
 * What the parts of the charts' script tell each other, and what other scripts
 * of a page may hear and ask, as events with a `detail`. Those of the page are
 * dispatched at the document, those of a chart at the chart, and bubble.
 */
export interface ChartEvents {
  /**
   * At the page, from brushing: what is being chosen, to be told beside its
   * place in chart units; `null` when that ends, whichever way.
   */
  readonly chartsbrush: Telling | null;
  /**
   * At the page, from zooming, after the charts show it: the range, or `null`
   * for all. Not where charts are whole for a moment, to be printed.
   */
  readonly chartszoom: TimeRange | null;
  /**
   * At the page, for zooming: asks to show a range, or with `null` all. Nothing
   * comes of a range that no chart has anything of.
   */
  readonly chartsshow: TimeRange | null;
  /**
   * At a chart with a time axis, from brushing: a reader chose the moment (ms
   * since 1970 UTC) by a click that no second one follows, or by Enter at the
   * marked moment. A tap reads, and chooses nothing.
   */
  readonly chartpick: number;
  /**
   * At a chart, from reading: an arrow key left the frame; -1 asks for what lies
   * before, 1 for what lies behind.
   */
  readonly chartspan: number;
}

/** What is told, and where. */
export interface Telling {
  /** In or beside which chart. */
  readonly svg: SVGSVGElement;
  /** Beside which place, in chart units. */
  readonly place: number;
  /** Lines of any text. */
  readonly text: string;
}

/**
 * Tells an event. A function of the charts' script.
 *
 * @param target The page, or a chart.
 * @param name The event.
 * @param detail What {@linkcode ChartEvents} says of it.
 */
export function tell<Name extends keyof ChartEvents>(
  target: Document | SVGSVGElement,
  name: Name,
  { detail }: { readonly detail: ChartEvents[Name] },
): void {
  target.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

/**
 * Hears an event. A function of the charts' script.
 *
 * @param page The page.
 * @param name The event.
 * @param act What is done, with the event's detail.
 */
export function hear<Name extends keyof ChartEvents>(
  page: Document,
  name: Name,
  act: (detail: ChartEvents[Name], event: Event) => void,
): void {
  page.addEventListener(name, (event) => {
    if (event instanceof CustomEvent) act(event.detail, event);
  });
}
